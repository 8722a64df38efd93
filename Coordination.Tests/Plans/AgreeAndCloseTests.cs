using Coordination.Domain;
using Coordination.Domain.Plans;

namespace Coordination.Tests.Plans;

public class AgreeAndCloseTests
{
    private static readonly PlanAgreed Agreed = new("19-2024");
    private static readonly PlanClosed Closed = new("19-2024");

    public static TheoryData<string> Events => new(Everything.NamesOf<IPlanEvent>());

    [Fact]
    public void A_plan_is_agreed()
    {
        Given.Plan().When(new AgreePlan()).Then(Agreed);
        Assert.Equal(PlanStatus.Agreed, PlanFold.Replay([Example.PlanOpened, Agreed])!.Status);
    }

    [Fact]
    public void The_same_agreement_again_is_no_event() => Given.Plan(Agreed).When(new AgreePlan()).ThenNothing();

    [Fact]
    public void A_closed_plan_is_not_agreed() =>
        Given.Plan(Closed).When(new AgreePlan()).ThenRefused("plan-closed", "plan", RejectionKind.Stage);

    [Fact]
    public void A_plan_is_closed_agreed_or_not()
    {
        Given.Plan().When(new ClosePlan()).Then(Closed);
        Given.Plan(Agreed).When(new ClosePlan()).Then(Closed);
        Assert.Equal(PlanStatus.Closed, PlanFold.Replay([Example.PlanOpened, Agreed, Closed])!.Status);
    }

    [Fact]
    public void The_same_closing_again_is_no_event() =>
        Given.Plan(Agreed, Closed).When(new ClosePlan("Sekali lagi")).ThenNothing();

    [Fact]
    public void A_reason_has_at_most_5000_characters()
    {
        var reason = new string('a', 5001);

        foreach (
            var command in (IPlanCommand[])
                [
                    new ChangePlanTarget(0.7m, ImplementationDefinition.Completion, reason),
                    new AgreePlan(reason),
                    new ClosePlan(reason),
                ]
        )
        {
            Given.Plan().When(command).ThenRefused("text-length", "reason");
        }
    }

    [Fact]
    public void A_command_on_a_plan_that_was_not_opened_is_a_fault_of_the_caller() =>
        Assert.Throws<InvalidOperationException>(() => Given.NoPlan.When(new AgreePlan()));

    [Theory]
    [MemberData(nameof(Events))]
    public void The_fold_takes_every_event(string name)
    {
        var next = EventOf(name);

        if (next is PlanOpened)
        {
            Assert.Equal("19-2024", PlanFold.Evolve(null, next).Id);
            return;
        }
        var before =
            next is FindingReopened ? PlanFold.Evolve(Example.Plan, FindingDecisionTests.Accepted) : Example.Plan;
        Assert.NotEqual(before, PlanFold.Evolve(before, next));
        Assert.Throws<InvalidOperationException>(() => PlanFold.Evolve(null, next));
    }

    [Fact]
    public void The_decider_knows_every_command()
    {
        IPlanCommand[] commands =
        [
            new AcceptFinding("Sudah dibagi") { Finding = FindingDecisionTests.Current.Id },
            new AgreePlan(),
            new ChangePlanTarget(0.7m, ImplementationDefinition.Completion),
            new ClosePlan(),
            new OpenPlan("19", 2024, Example.Target),
            new ReopenFinding { Finding = FindingDecisionTests.Current.Id },
        ];

        Assert.Equal(Everything.NamesOf<IPlanCommand>(), commands.Select(command => command.GetType().Name));
        Assert.All(commands, command => Given.Plan().When(command, FindingDecisionTests.Current).Accepted());
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_survives_json(string name) => Assert.Equal(EventOf(name), Json.RoundTrip(EventOf(name)));

    [Fact]
    public void No_events_are_no_plan() => Assert.Null(PlanFold.Replay([]));

    private static IPlanEvent EventOf(string name) =>
        name switch
        {
            nameof(PlanOpened) => Example.PlanOpened,
            nameof(PlanTargetChanged) => new PlanTargetChanged("19-2024", new(0.7m, ImplementationDefinition.Maturity)),
            nameof(PlanAgreed) => Agreed,
            nameof(PlanClosed) => Closed,
            nameof(FindingAccepted) => FindingDecisionTests.Accepted,
            nameof(FindingReopened) => FindingDecisionTests.Reopened,
            _ => throw new ArgumentException($"No example of {name} is named here.", nameof(name)),
        };
}
