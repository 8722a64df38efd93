using Coordination.Domain.Harmonization;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Harmonization;

/// <summary>The state of a cell is the first that holds: gap, done, blocked, in progress, funded, planned.</summary>
public class CellStateTests
{
    private static readonly ProgramBudgeted Full = Example.Budgeted with { Amount = 1_000_000_000 };
    private static readonly SpbeProgram Planned = Boards.Program();
    private static readonly SpbeProgram Funded = Boards.Program(Full);
    private static readonly SpbeProgram Running = Boards.Program(Example.Progressed);
    private static readonly SpbeProgram Blocked = Boards.Program(Example.Raised);
    private static readonly SpbeProgram Done = Boards.Program(Full, Example.Completed);
    private static readonly SpbeProgram Cancelled = Boards.Program(Full, Example.Raised, Example.Cancelled);

    [Fact]
    public void A_cell_without_active_programs_is_a_gap()
    {
        Assert.Equal(CellState.Gap, StateOf());
        Assert.Equal(CellState.Gap, StateOf(Cancelled, Boards.Program(Example.Progressed, Example.Deferred)));
    }

    [Fact]
    public void A_cell_is_done_when_all_active_programs_are_completed()
    {
        Assert.Equal(CellState.Done, StateOf(Done, Done));
        Assert.Equal(CellState.Done, StateOf(Done, Cancelled));
        Assert.NotEqual(CellState.Done, StateOf(Done, Planned));
    }

    [Fact]
    public void An_open_constraint_of_a_completed_program_does_not_block() =>
        Assert.Equal(CellState.Done, StateOf(Boards.Program(Full, Example.Raised, Example.Completed)));

    [Fact]
    public void A_cell_is_blocked_before_it_is_in_progress()
    {
        Assert.Equal(CellState.Blocked, StateOf(Blocked));
        Assert.Equal(CellState.Blocked, StateOf(Running, Done, Funded, Blocked));
        Assert.Equal(CellState.Blocked, StateOf(Boards.Program(Full, Example.Progressed, Example.Raised)));
    }

    [Fact]
    public void Only_an_open_constraint_of_high_severity_of_an_active_program_blocks()
    {
        Assert.Equal(CellState.Planned, StateOf(Boards.Program(Example.Raised, Example.Resolved)));
        Assert.Equal(
            CellState.Planned,
            StateOf(Boards.Program(Example.Raised with { Severity = ConstraintSeverity.Medium }))
        );
        Assert.Equal(CellState.Planned, StateOf(Planned, Cancelled));
    }

    [Fact]
    public void A_cell_with_any_progress_is_in_progress_before_it_is_funded()
    {
        Assert.Equal(CellState.InProgress, StateOf(Running));
        Assert.Equal(CellState.InProgress, StateOf(Boards.Program(Full, Example.Progressed)));
        Assert.Equal(CellState.InProgress, StateOf(Planned, Done));
    }

    [Fact]
    public void A_cell_is_funded_when_all_active_programs_are_funded_in_full()
    {
        Assert.Equal(CellState.Funded, StateOf(Funded, Funded));
        Assert.Equal(CellState.Funded, StateOf(Funded, Boards.Program(Example.Cancelled)));
        Assert.Equal(CellState.Planned, StateOf(Funded, Boards.Program(Example.Budgeted)));
    }

    [Fact]
    public void Anything_else_is_planned() => Assert.Equal(CellState.Planned, StateOf(Planned));

    private static CellState StateOf(params IEnumerable<SpbeProgram> programs) =>
        Boards.Of(programs).Cell("19.05", "village-internet").State;
}
