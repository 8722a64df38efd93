using Coordination.Domain;
using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Plans;

public class FindingDecisionTests
{
    /// <summary>That the example program has no money yet.</summary>
    internal static readonly Finding Current = FindingOf(Boards.Program());

    internal static readonly FindingAccepted Accepted = new(
        Example.PlanId,
        Current.Id,
        FindingKind.FundingGap,
        Current.Fingerprint,
        "Menunggu perubahan APBD"
    );

    internal static readonly FindingReopened Reopened = new(Example.PlanId, Current.Id);

    private static readonly AcceptFinding Accept = new(" Menunggu perubahan APBD ") { Finding = Current.Id };
    private static readonly ReopenFinding Reopen = new() { Finding = Current.Id };
    private static readonly PlanClosed Closed = new(Example.PlanId);

    [Fact]
    public void A_finding_is_accepted_as_it_is() => Given.Plan().When(Accept, Current).Then(Accepted);

    [Fact]
    public void The_same_acceptance_again_is_no_event() => Given.Plan(Accepted).When(Accept, Current).ThenNothing();

    [Fact]
    public void A_finding_that_has_changed_since_is_accepted_anew()
    {
        var changed = Current with { Fingerprint = "another" };
        Given.Plan(Accepted).When(Accept, changed).Then(Accepted with { Fingerprint = "another" });
    }

    [Fact]
    public void Another_reason_takes_the_place_of_the_first() =>
        Given
            .Plan(Accepted)
            .When(Accept with { Reason = "Sudah dianggarkan" }, Current)
            .Then(Accepted with { Reason = "Sudah dianggarkan" });

    [Fact]
    public void A_finding_that_does_not_exist_now_is_neither_accepted_nor_reopened()
    {
        Given.Plan().When(Accept).ThenRefused("finding-unknown", "finding", RejectionKind.Unknown);
        Given.Plan().When(Reopen).ThenRefused("finding-unknown", "finding", RejectionKind.Unknown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Accepting_needs_a_reason(string reason) =>
        Given.Plan().When(Accept with { Reason = reason }, Current).ThenRefused("text-length", "reason");

    [Fact]
    public void Every_broken_rule_is_said_at_once() =>
        Given
            .Plan(Closed)
            .When(Accept with { Reason = "" })
            .ThenRefusedFor(("finding-unknown", "finding"), ("plan-closed", "plan"), ("text-length", "reason"));

    [Fact]
    public void A_closed_plan_refuses_both()
    {
        Given.Plan(Closed).When(Accept, Current).ThenRefused("plan-closed", "plan", RejectionKind.Stage);
        Given.Plan(Accepted, Closed).When(Reopen, Current).ThenRefused("plan-closed", "plan", RejectionKind.Stage);
    }

    [Fact]
    public void An_acceptance_is_taken_back_also_when_the_finding_has_gone()
    {
        Given.Plan(Accepted).When(Reopen, Current).Then(Reopened);
        Given.Plan(Accepted).When(Reopen).Then(Reopened);
    }

    [Fact]
    public void An_open_finding_is_reopened_without_an_event()
    {
        Given.Plan().When(Reopen, Current).ThenNothing();
        Given.Plan(Accepted, Reopened).When(Reopen, Current).ThenNothing();
    }

    [Fact]
    public void Accepted_stays_accepted_while_what_it_is_concluded_from_is_the_same()
    {
        var plan = Given.Plan(Accepted).State!;
        var progressed = Boards.Program(Example.Progressed);
        Assert.Equal((FindingStatus.Accepted, "Menunggu perubahan APBD", false), StatusOf(FindingOf(progressed, plan)));

        var dearer = progressed.With(details => details with { EstimatedCost = 2_000_000_000 });
        Assert.Equal((FindingStatus.Changed, "Menunggu perubahan APBD", true), StatusOf(FindingOf(dearer, plan)));

        var reopened = Given.Plan(Accepted, Reopened).State!;
        Assert.Equal((FindingStatus.Open, null, true), StatusOf(FindingOf(progressed, reopened)));
    }

    private static (FindingStatus, string?, bool) StatusOf(Finding finding) =>
        (finding.Status, finding.AcceptedBecause, finding.IsWaiting);

    private static Finding FindingOf(SpbeProgram program, Plan? plan = null) =>
        Assert.Single(
            Harmonizer.Find(plan ?? Example.Plan, [program], CoverageMap.Unknown, Example.Today),
            finding => finding.Kind == FindingKind.FundingGap
        );
}
