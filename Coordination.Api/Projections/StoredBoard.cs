using System.Collections.Immutable;
using Coordination.Domain.Assessments;
using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Api.Projections;

/// <summary>What a plan's board is made of; its position stands beside its answer.</summary>
/// <param name="Id">Plan id.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Tally">What its programs add up to.</param>
internal sealed record StoredBoard(string Id, Plan Plan, Tally Tally) : IStored
{
    /// <summary>The plan's accepted findings, which its own JSON leaves out.</summary>
    public ImmutableSortedDictionary<string, FindingAcceptance> AcceptedFindings { get; init; } = Plan.AcceptedFindings;

    /// <summary>The plan as its events have left it.</summary>
    internal Plan WholePlan() => Plan with { AcceptedFindings = AcceptedFindings };
}

/// <summary>A program as of the position of the boards: what an event changes, and what lists show.</summary>
/// <param name="Id">The program's number.</param>
/// <param name="Position">Its last event.</param>
/// <param name="Version">Number of events in its stream.</param>
/// <param name="Program">Its state.</param>
internal sealed record StoredProgram(string Id, long Position, long Version, SpbeProgram Program) : IStored;

/// <summary>An assessment as of the position of the boards.</summary>
/// <param name="Id">Government and year.</param>
/// <param name="Assessment">Its state.</param>
internal sealed record StoredAssessment(string Id, Assessment Assessment) : IStored;

/// <summary>What is reported of a location as of the position of the boards.</summary>
/// <param name="Id">Code of the location.</param>
/// <param name="Coverage">Its state.</param>
internal sealed record StoredCoverage(string Id, LocationCoverage Coverage) : IStored;

/// <summary>A document of the projection.</summary>
internal interface IStored
{
    string Id { get; }
}
