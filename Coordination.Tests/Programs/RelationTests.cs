using Coordination.Domain;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

public class RelationTests
{
    private static readonly List<string> Others = Enumerable
        .Range(10, 50)
        .Select(number => $"19.01-2024-AAA{number}")
        .ToList();

    private static readonly GivenProgram Full = Given
        .Program(Others.Select(other => Example.Related with { Program = other }))
        .Among([.. Others, Example.OtherId]);

    [Fact]
    public void A_relation_to_another_program_is_declared() =>
        Given.Program().When(Command.Relate).Then(Example.Related);

    [Fact]
    public void The_same_declaration_again_is_no_event() =>
        Given.Program(Example.Related).When(Command.Relate).ThenNothing();

    [Fact]
    public void Another_kind_of_relation_to_the_same_program_is_another_relation() =>
        Given
            .Program(Example.Related)
            .When(Command.Relate with { Kind = RelationKind.SharesCost })
            .Then(Example.Related with { Kind = RelationKind.SharesCost });

    [Fact]
    public void The_other_program_exists() =>
        Given
            .Program()
            .When(Command.Relate with { Program = "19.01-2024-ZZZZZ" })
            .ThenRefused("program-unknown", "program");

    [Fact]
    public void A_program_stands_in_no_relation_to_itself() =>
        Given.Program().When(Command.Relate with { Program = Example.Id }).ThenRefused("relation-to-itself", "program");

    [Fact]
    public void A_program_declares_at_most_fifty_relations() =>
        Full.When(Command.Relate).ThenRefused("too-many-relations", "program");

    [Fact]
    public void The_fiftieth_declaration_again_is_no_event() =>
        Full.When(Command.Relate with { Program = Others[^1] }).ThenNothing();

    [Fact]
    public void A_relation_is_taken_back() =>
        Given.Program(Example.Related).When(Command.Unrelate).Then(Example.Unrelated);

    [Fact]
    public void A_relation_that_was_taken_back_may_be_declared_again() =>
        Given.Program(Example.Related, Example.Unrelated).When(Command.Relate).Then(Example.Related);

    [Fact]
    public void A_relation_that_was_not_declared_is_not_taken_back() =>
        Given
            .Program(Example.Related)
            .When(Command.Unrelate with { Kind = RelationKind.Follows })
            .ThenRefused("relation-unknown", "program", RejectionKind.Unknown);

    [Fact]
    public void The_commands_name_the_programs_that_must_exist()
    {
        var giver = Command.Budget with { TransferTo = new(Example.OtherId, "9") };
        var proposal = Command.Plan with { Relations = [new(RelationKind.Follows, Example.OtherId)] };

        Assert.All(
            (IProgramCommand[])[Command.Relate, giver, proposal],
            command => Assert.Equal([Example.OtherId], command.MentionedPrograms)
        );
        Assert.Empty(Command.Budget.MentionedPrograms);
        Assert.Empty(((IProgramCommand)Command.Unrelate).MentionedPrograms);
    }
}
