using Coordination.Domain;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

/// <summary>Once a plan is closed, only realisations and funding corrections are recorded on its programs.</summary>
public class ClosedPlanTests
{
    private static readonly GivenProgram Running = Given
        .Program(Example.Related, Example.Budgeted, Example.Realised, Example.Requested, Example.Raised)
        .In(Example.ClosedPlan);

    private static readonly string[] Recorded =
    [
        nameof(RealiseFunds),
        nameof(CorrectRealisation),
        nameof(CorrectFunding),
    ];

    public static TheoryData<string> Refused =>
        new(Everything.ProgramCommands.Keys.Except(Recorded, StringComparer.Ordinal));

    [Fact]
    public void A_payment_is_recorded() => Running.When(Command.Realise).Then(Example.Realised with { Number = 2 });

    [Fact]
    public void A_payment_is_corrected() => Running.When(Command.CorrectRealisation).Then(Example.RealisationCorrected);

    [Fact]
    public void A_funding_line_is_corrected() => Running.When(Command.CorrectFunding).Then(Example.Corrected);

    [Theory]
    [MemberData(nameof(Refused))]
    public void Everything_else_is_refused(string command)
    {
        var outcome = Running.When(Everything.ProgramCommands[command]).Outcome;

        Assert.Empty(outcome.Events);
        Assert.Contains(
            outcome.Rejections,
            rejection => rejection is { Code: "plan-closed", Field: "plan", Kind: RejectionKind.Stage }
        );
    }

    [Fact]
    public void An_agreed_plan_goes_on() =>
        Given
            .Program()
            .In(Example.Plan with { Status = Domain.Plans.PlanStatus.Agreed })
            .When(Command.Budget)
            .Then(Example.Budgeted);
}
