using Coordination.Api.EventStore;
using Coordination.Domain.Assessments;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Tests;

/// <summary>Programs in the state that a figure is about, and boards of them.</summary>
internal static class Boards
{
    internal static readonly IReadOnlyList<string> Codes = [.. Government.Within("19").Select(row => row.Code)];

    /// <summary>The board of the example plan at position 42.</summary>
    internal static Board Of(params IEnumerable<SpbeProgram> programs) => Of(Example.Plan, Tally.Of(programs));

    internal static Board Of(Plan plan, Tally tally, params IReadOnlyCollection<Assessment> assessments) =>
        BoardMaker.Make(plan, tally, assessments, 42, Example.Today);

    /// <summary>What the board is after some events of the store, on a day.</summary>
    internal static Board Fold(IReadOnlyList<StoredEvent> events, DateOnly day)
    {
        var (plan, programs) = (events.ToPlan()!, events.ToPrograms().Values);
        return BoardMaker.Make(
            plan,
            Tally.Of(programs),
            events.ToAssessments(),
            events[^1].Position,
            day,
            findings: PlanFindings.Of(plan, programs, events.ToCoverageReports(), day).Waiting
        );
    }

    internal static Board By(ImplementationDefinition definition, params IEnumerable<SpbeProgram> programs) =>
        Of(Example.Plan with { Target = new(0.8m, definition) }, Tally.Of(programs));

    /// <summary>The example program and what happened to it since.</summary>
    internal static SpbeProgram Program(params IEnumerable<IProgramEvent> since) => Given.Program(since).State;

    /// <summary>A program of a government with that progress and cost.</summary>
    internal static SpbeProgram Program(string government, decimal percent, decimal cost = 1_000_000_000) =>
        Program(Example.Progressed with { Percent = percent }) with
        {
            Government = government,
            Details = Example.Details with { EstimatedCost = cost },
        };

    internal static GovernmentRow Row(this Board board, string code) =>
        Assert.Single(board.Governments, row => row.Code == code);

    internal static BoardCell Cell(this Board board, string government, string priority) =>
        Assert.Single(board.Cells, cell => cell.Government == government && cell.Priority == priority);
}
