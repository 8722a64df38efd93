using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Api.Projections;

/// <summary>A plan's board as the projection keeps it.</summary>
/// <param name="Id">Plan id.</param>
/// <param name="Position">The last event that affects this plan.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Tally">What its programs add up to.</param>
internal sealed record StoredBoard(string Id, long Position, Plan Plan, Tally Tally);

/// <summary>A program as of the position of the boards: what an event changes, and what lists show.</summary>
/// <param name="Id">The program's number.</param>
/// <param name="Position">Its last event.</param>
/// <param name="Version">Number of events in its stream.</param>
/// <param name="Program">Its state.</param>
internal sealed record StoredProgram(string Id, long Position, long Version, SpbeProgram Program);
