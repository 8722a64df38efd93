using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

public class ReviseProgramTests
{
    private static readonly ProgramDetails Dearer = Example.Details with { EstimatedCost = 1_200_000_000 };

    [Fact]
    public void A_revision_says_the_details_anew() =>
        Given.Program().When(Command.ReviseWith(Dearer)).Then(Example.Revised with { Details = Dearer });

    [Fact]
    public void The_same_revision_again_is_no_event() =>
        Given
            .Program(Example.Revised with { Details = Dearer })
            .When(Command.ReviseWith(Dearer) with { Reason = "Sekali lagi" })
            .ThenNothing();

    [Fact]
    public void A_revision_that_changes_one_item_of_a_list_is_an_event()
    {
        var elsewhere = Example.Details with { Locations = ["19.05.01.2004", "19.05.01.2006"] };
        var higher = Example.Details with { SpbeIndicators = [new(17, 4)] };

        Given.Program().When(Command.ReviseWith(elsewhere)).Then(Example.Revised with { Details = elsewhere });
        Given.Program().When(Command.ReviseWith(higher)).Then(Example.Revised with { Details = higher });
    }

    [Fact]
    public void Plan_and_government_may_be_repeated() =>
        Given
            .Program()
            .When(Command.ReviseWith(Dearer) with { Plan = "19-2024", Government = "19.05" })
            .Then(Example.Revised with { Details = Dearer });

    [Fact]
    public void A_revision_does_not_move_a_program_to_another_plan() =>
        Given.Program().When(Command.Revise with { Plan = "19-2025" }).ThenRefused("plan-fixed", "plan");

    [Fact]
    public void A_revision_does_not_move_a_program_to_another_government() =>
        Given
            .Program()
            .When(Command.Revise with { Government = "19.01" })
            .ThenRefused("government-fixed", "government");

    [Fact]
    public void After_reassignment_a_revision_is_held_against_the_new_government() =>
        Given
            .Program(Example.Reassigned)
            .When(Command.ReviseWith(Example.Details with { Locations = ["19.01"] }))
            .Then(Example.Revised with { Government = "19", Details = Example.Details with { Locations = ["19.01"] } });

    [Fact]
    public void The_own_reference_may_stay() =>
        Given
            .Program()
            .WithReferenceOf(Example.Id)
            .When(Command.ReviseWith(Dearer))
            .Then(Example.Revised with { Details = Dearer });

    [Fact]
    public void The_reference_of_another_program_is_refused() =>
        Given
            .Program()
            .WithReferenceOf(Example.OtherId)
            .When(Command.ReviseWith(Dearer))
            .ThenRefused("reference-taken", "reference");
}
