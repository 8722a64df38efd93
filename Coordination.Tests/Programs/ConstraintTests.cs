using Coordination.Domain;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

public class ConstraintTests
{
    [Fact]
    public void A_constraint_is_raised() => Given.Program().When(Command.Raise).Then(Example.Raised);

    [Fact]
    public void Constraints_are_numbered_and_equal_ones_are_two() =>
        Given.Program(Example.Raised).When(Command.Raise).Then(Example.Raised with { Constraint = "c2" });

    [Fact]
    public void A_description_has_3_to_5000_characters()
    {
        Given.Program().When(Command.Raise with { Description = " ab " }).ThenRefused("text-length", "description");
        Given
            .Program()
            .When(Command.Raise with { Description = new('a', 5001) })
            .ThenRefused("text-length", "description");
    }

    [Fact]
    public void A_program_has_at_most_500_constraints() =>
        Given
            .Program(Enumerable.Range(1, 500).Select(number => Example.Raised with { Constraint = $"c{number}" }))
            .When(Command.Raise)
            .ThenRefused("too-many-constraints", "description");

    [Fact]
    public void A_constraint_is_resolved()
    {
        Given.Program(Example.Raised).When(Command.Resolve).Then(Example.Resolved);
        Assert.Equal(
            [
                new ProgramConstraint(
                    "c1",
                    ConstraintCategory.NetworkInfrastructure,
                    ConstraintSeverity.High,
                    "Tiang belum berizin",
                    IsResolved: true,
                    "Izin terbit"
                ),
            ],
            Given.Program(Example.Raised, Example.Resolved).State.Constraints
        );
    }

    [Fact]
    public void The_same_resolution_again_is_no_event() =>
        Given.Program(Example.Raised, Example.Resolved).When(Command.Resolve).ThenNothing();

    [Fact]
    public void Another_resolution_of_a_resolved_constraint_is_refused() =>
        Given
            .Program(Example.Raised, Example.Resolved)
            .When(Command.Resolve with { Note = "Pindah tiang" })
            .ThenRefused("constraint-resolved", "constraint", RejectionKind.Stage);

    [Fact]
    public void The_constraint_exists() =>
        Given
            .Program(Example.Raised)
            .When(Command.Resolve with { Constraint = "c2" })
            .ThenRefused("constraint-unknown", "constraint", RejectionKind.Unknown);

    [Fact]
    public void A_note_has_at_most_5000_characters() =>
        Given
            .Program(Example.Raised)
            .When(Command.Resolve with { Note = new('a', 5001) })
            .ThenRefused("text-length", "note");
}
