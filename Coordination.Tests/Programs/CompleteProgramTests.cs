using Coordination.Domain;
using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

public class CompleteProgramTests
{
    private static readonly GivenProgram Allocated = Given.Program(Example.Budgeted);

    [Fact]
    public void A_program_with_an_allocated_line_is_completed() =>
        Allocated.When(Command.Complete).Then(Example.Completed).ThenNotWarned();

    [Fact]
    public void The_same_completion_again_is_no_event() =>
        Given.Program(Example.Budgeted, Example.Completed).When(Command.Complete).ThenNothing();

    [Fact]
    public void The_same_completion_again_is_no_event_even_when_its_line_has_been_corrected_since() =>
        Allocated
            .After(Command.Complete)
            .After(Command.CorrectFunding with { Stage = FundingStage.Ceiling })
            .When(Command.Complete)
            .ThenNothing();

    [Fact]
    public void A_completion_with_other_facts_is_refused()
    {
        var completed = Given.Program(Example.Budgeted, Example.Completed);

        foreach (
            var other in (CompleteProgram[])
                [
                    Command.Complete with
                    {
                        Date = new(2024, 6, 11),
                    },
                    Command.Complete with
                    {
                        Output = 11,
                    },
                    Command.Complete with
                    {
                        Evidence = "BAST 13/2024",
                    },
                    Command.Complete with
                    {
                        ZeroCostReason = "Swadaya",
                    },
                ]
        )
        {
            completed.When(other).ThenRefused("completed-otherwise", "date", RejectionKind.Stage);
        }
    }

    [Fact]
    public void A_program_without_an_allocated_line_needs_the_reason_why_it_cost_nothing()
    {
        var unfunded = Given.Program(Example.Budgeted with { Stage = FundingStage.Ceiling });

        unfunded.When(Command.Complete).ThenRefused("completion-unfunded", "zeroCostReason");
        unfunded
            .When(Command.Complete with { ZeroCostReason = "  " })
            .ThenRefused("completion-unfunded", "zeroCostReason");
        unfunded
            .When(Command.Complete with { ZeroCostReason = "Dikerjakan pegawai sendiri" })
            .Then(Example.Completed with { ZeroCostReason = "Dikerjakan pegawai sendiri" });
    }

    [Fact]
    public void Completing_needs_output_and_evidence()
    {
        Allocated.When(Command.Complete with { Output = 0 }).ThenRefused("quantity-invalid", "output");
        Allocated.When(Command.Complete with { Output = -1 }).ThenRefused("quantity-invalid", "output");
        Allocated.When(Command.Complete with { Evidence = "  ok  " }).ThenRefused("text-length", "evidence");
        Allocated
            .When(Command.Complete with { ZeroCostReason = new('a', 5001) })
            .ThenRefused("text-length", "zeroCostReason");
    }

    [Fact]
    public void An_output_above_the_target_is_a_warning() =>
        Allocated.When(Command.Complete with { Output = 13 }).ThenWarned("output-above-target");

    [Fact]
    public void A_report_of_100_percent_does_not_complete()
    {
        var program = Given.Program(Example.Budgeted, Example.Progressed with { Percent = 100 }).State;

        Assert.Equal(ProgramStatus.InProgress, program.Status);
    }
}
