using Coordination.Domain;
using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

public class LifeCycleTests
{
    [Fact]
    public void A_completion_is_reopened() =>
        Given.Program(Example.Budgeted, Example.Completed).When(Command.Reopen).Then(Example.Reopened);

    [Fact]
    public void A_program_is_deferred_to_a_later_year() => Given.Program().When(Command.Defer).Then(Example.Deferred);

    [Fact]
    public void The_same_deferral_again_is_no_event() =>
        Given.Program(Example.Deferred).When(Command.Defer).ThenNothing();

    [Fact]
    public void A_deferral_to_another_year_or_for_another_reason_is_refused()
    {
        var deferred = Given.Program(Example.Deferred);

        deferred
            .When(Command.Defer with { ToYear = 2026 })
            .ThenRefused("deferred-otherwise", "toYear", RejectionKind.Stage);
        deferred
            .When(Command.Defer with { Reason = "Lain" })
            .ThenRefused("deferred-otherwise", "toYear", RejectionKind.Stage);
    }

    [Theory]
    [InlineData(2024)]
    [InlineData(2023)]
    [InlineData(2035)]
    public void A_program_is_deferred_by_one_to_ten_years(int year) =>
        Given.Program().When(Command.Defer with { ToYear = year }).ThenRefused("year-out-of-range", "toYear");

    [Fact]
    public void A_deferral_of_ten_years_is_taken() =>
        Given.Program().When(Command.Defer with { ToYear = 2034 }).Then(Example.Deferred with { ToYear = 2034 });

    [Fact]
    public void A_deferred_program_is_resumed() =>
        Given.Program(Example.Deferred).When(Command.Resume).Then(Example.Resumed);

    [Fact]
    public void A_program_is_cancelled() => Given.Program().When(Command.Cancel).Then(Example.Cancelled);

    [Fact]
    public void A_deferred_program_is_cancelled() =>
        Given.Program(Example.Deferred).When(Command.Cancel).Then(Example.Cancelled);

    [Fact]
    public void The_same_cancellation_again_is_no_event() =>
        Given.Program(Example.Cancelled).When(Command.Cancel with { Reason = " Dikerjakan BAKTI " }).ThenNothing();

    [Fact]
    public void A_cancellation_for_another_reason_is_refused() =>
        Given
            .Program(Example.Cancelled)
            .When(Command.Cancel with { Reason = "Ganda" })
            .ThenRefused("cancelled-otherwise", "reason", RejectionKind.Stage);

    [Fact]
    public void A_status_follows_from_the_facts()
    {
        Assert.Equal(ProgramStatus.Planned, StatusAfter());
        Assert.Equal(ProgramStatus.Planned, StatusAfter(Example.Budgeted with { Stage = FundingStage.Ceiling }));
        Assert.Equal(ProgramStatus.Planned, StatusAfter(Example.Requested, Example.Raised));
        Assert.Equal(ProgramStatus.Budgeted, StatusAfter(Example.Budgeted));
        Assert.Equal(ProgramStatus.Budgeted, StatusAfter(Example.Requested, Example.Granted));
        Assert.Equal(ProgramStatus.Budgeted, StatusAfter(Example.Budgeted, Example.Progressed with { Percent = 0 }));
        Assert.Equal(ProgramStatus.InProgress, StatusAfter(Example.Progressed with { Percent = 0.01m }));
        Assert.Equal(ProgramStatus.InProgress, StatusAfter(Example.Budgeted, Example.Realised));
        Assert.Equal(ProgramStatus.Completed, StatusAfter(Example.Budgeted, Example.Completed));
        Assert.Equal(ProgramStatus.Deferred, StatusAfter(Example.Budgeted, Example.Progressed, Example.Deferred));
        Assert.Equal(ProgramStatus.Cancelled, StatusAfter(Example.Deferred, Example.Cancelled));
    }

    [Fact]
    public void A_status_once_in_progress_stays_so_when_progress_falls_to_0() =>
        Assert.Equal(
            ProgramStatus.InProgress,
            StatusAfter(Example.Progressed, Example.Progressed with { Percent = 0, AsOf = Example.Today })
        );

    [Fact]
    public void A_payment_that_was_taken_back_leaves_no_trace_in_the_status() =>
        Assert.Equal(
            ProgramStatus.Budgeted,
            StatusAfter(Example.Budgeted, Example.Realised, Example.RealisationCorrected with { Amount = 0 })
        );

    [Fact]
    public void Reopening_and_resumption_return_to_what_the_facts_say()
    {
        Assert.Equal(ProgramStatus.Budgeted, StatusAfter(Example.Budgeted, Example.Completed, Example.Reopened));
        Assert.Equal(
            ProgramStatus.InProgress,
            StatusAfter(Example.Budgeted, Example.Progressed, Example.Completed, Example.Reopened)
        );
        Assert.Equal(ProgramStatus.Planned, StatusAfter(Example.Deferred, Example.Resumed));
        Assert.Equal(ProgramStatus.InProgress, StatusAfter(Example.Progressed, Example.Deferred, Example.Resumed));
    }

    private static ProgramStatus StatusAfter(params IEnumerable<IProgramEvent> events) =>
        Given.Program(events).State.Status;
}
