using Coordination.Domain;
using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

/// <summary>One program of two: the old lines keep what they have realised, the rest goes on in the other.</summary>
public class MergeProgramTests
{
    private static readonly SpbeProgram Other = SomePrograms.Other with
    {
        Funding = [new("1", "APBD-KABKOTA", FundingStage.Allocated, 5, null, null)],
    };

    [Fact]
    public void What_a_line_has_not_realised_is_a_new_line_of_the_other_program()
    {
        var (program, into) = Merged(Given.Program(Example.Budgeted, Example.Realised).State, Other);

        Assert.Equal((ProgramStatus.Merged, false), (program.Status, program.IsActive));
        Assert.Equal(new(Example.OtherId, Command.Merge.Decision, Command.Merge.Reason), program.Merger);
        Assert.Equal(100_000_000, Assert.Single(program.Funding).Amount);
        Assert.Equal(
            new("m1", "APBD-KABKOTA", FundingStage.Allocated, 500_000_000, Example.Dpa, null)
            {
                TransferredFrom = new(Example.Id, "1"),
            },
            into.Funding[1]
        );
        Assert.Equal([new(Example.Id, Command.Merge.Decision)], into.Merged);
    }

    [Fact]
    public void A_line_moves_whole_or_not_at_all_and_a_closed_one_stays()
    {
        var (program, into) = Merged(
            Given
                .Program(
                    Example.Budgeted with
                    {
                        Source = "APBN-BAKTI",
                        Stage = FundingStage.Ceiling,
                    },
                    Example.Requested,
                    Example.Granted with
                    {
                        ClosesLine = "1",
                    },
                    Example.Budgeted with
                    {
                        Line = "2",
                        Amount = 100_000_000,
                    },
                    Example.Realised with
                    {
                        Line = "2",
                    }
                )
                .State,
            Other
        );

        Assert.Equal([600_000_000, 0, 100_000_000], program.Funding.Select(line => line.Amount));
        var moved = Assert.Single(into.Funding.Skip(1));
        Assert.Equal(
            ("APBN-BAKTI", FundingStage.Allocated, 300_000_000m, "r1"),
            (moved.Source, moved.Stage, moved.Amount, moved.TransferredFrom!.Line)
        );
    }

    [Fact]
    public void Undecided_requests_are_withdrawn_today_with_the_reason() =>
        Given
            .Program(Example.Requested)
            .When(Command.Merge)
            .Then(
                new ApbnSupportWithdrawn(Example.PlanId, Example.Regency, "r1", Command.Merge.Reason, Example.Today),
                Example.Merged with
                {
                    Lines = [],
                }
            );

    [Fact]
    public void What_a_line_gives_to_a_third_program_it_gives_from_where_it_is_now()
    {
        var to = new TransferTarget("19.02-2024-8RW4T", "1");
        var (_, into) = Merged(Given.Program(Example.Budgeted with { TransferTo = to }).State, Other);
        Assert.Equal(to, into.Funding[1].TransferTo);
    }

    [Fact]
    public void What_it_gives_to_the_program_that_goes_on_is_there_already()
    {
        var to = new TransferTarget(Example.OtherId, "1");
        var (program, into) = Merged(Given.Program(Example.Budgeted with { TransferTo = to }).State, Other);
        Assert.Equal(Other.Funding, into.Funding);
        Assert.Equal(600_000_000, Assert.Single(program.Funding).Amount);
    }

    [Fact]
    public void A_giver_does_not_take_in_its_receiver() =>
        Given
            .Program(Example.Budgeted)
            .Beside(Other with { Funding = [Other.Funding[0] with { TransferTo = new(Example.Id, "1") }] })
            .When(Command.Merge)
            .ThenRefused("merge-into-giver", "into");

    [Fact]
    public void The_other_program_exists_is_another_is_active_and_of_the_same_plan()
    {
        var merge = Given.Program();
        merge.Beside(null).When(Command.Merge).ThenRefused("program-unknown", "into");
        merge
            .Beside(merge.State)
            .When(Command.Merge with { Into = Example.Id })
            .ThenRefused("merge-into-itself", "into");
        merge
            .Beside(Other with { CancellationReason = "Ganda" })
            .When(Command.Merge)
            .ThenRefused("merge-into-inactive", "into", RejectionKind.Stage);
        merge.Beside(Other with { Plan = "19-2025" }).When(Command.Merge).ThenRefused("merge-across-plans", "into");
    }

    [Fact]
    public void The_other_program_has_no_more_lines_than_it_may() =>
        Given
            .Program(Example.Budgeted)
            .Beside(
                Other with
                {
                    Funding = [.. Enumerable.Range(1, 200).Select(n => Other.Funding[0] with { Line = $"{n}" })],
                }
            )
            .When(Command.Merge)
            .ThenRefused("too-many-lines", "into");

    [Fact]
    public void The_same_merger_again_is_nothing_new_and_another_is_refused()
    {
        var merged = Given.Program(Example.Budgeted).After(Command.Merge);
        merged.When(Command.Merge).ThenNothing();
        merged
            .When(Command.Merge with { Decision = "rakor-2/d1" })
            .ThenRefused("merged-otherwise", "into", RejectionKind.Stage);
    }

    [Fact]
    public void A_line_that_a_merge_has_brought_still_says_so_when_it_is_set_anew()
    {
        var brought = Given
            .Program(Example.Received)
            .After(Command.Budget with { Line = "m1", Source = "APBD-PROV", Amount = 260_000_000 });
        Assert.Equal(
            (260_000_000m, "3"),
            (brought.State.Funding[0].Amount, brought.State.Funding[0].TransferredFrom!.Line)
        );
    }

    [Fact]
    public void What_a_third_program_gives_is_received_where_the_merge_has_moved_it()
    {
        var giver = SomePrograms.Of(1, "19", Example.Details) with
        {
            Funding = [new("1", "APBD-PROV", FundingStage.Allocated, 600_000_000, null, new(Example.Id, "1"))],
        };
        var (program, into) = Merged(Given.Program(Example.Budgeted, Example.Realised).State, Other);

        var transfer = Assert.Single(FundingTransfer.Among([giver, program, into]));

        Assert.Equal((600_000_000m, 600_000_000m, 0m), (transfer.Given, transfer.Received, transfer.Difference));
    }

    private static (SpbeProgram Program, SpbeProgram Into) Merged(SpbeProgram program, SpbeProgram into)
    {
        var events = new GivenProgram([]).Beside(into).Decide(program, Command.Merge).Events;
        var received = MergeDecisions.Received(events.OfType<ProgramMerged>().Single(), program, into);
        return (
            events.Aggregate(program, (before, next) => ProgramFold.Evolve(before, program.Id, next)),
            ProgramFold.Evolve(into, into.Id, received)
        );
    }
}
