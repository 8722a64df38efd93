using Coordination.Domain;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;
using Coordination.Domain.Programs;
using Coordination.Tests.Plans;

namespace Coordination.Tests.Meetings;

public class FollowUpTests
{
    private static readonly AssignFollowUp Assign = new(
        MeetingExample.Assigned.Text,
        MeetingExample.Assigned.Owner,
        MeetingExample.Assigned.Agency,
        MeetingExample.Assigned.Due,
        MeetingExample.Assigned.Expects,
        "19.05"
    );

    private static readonly GivenMeeting Open = Given.Meeting(MeetingExample.Opened);
    private static readonly GivenMeeting Assigned = Given.Meeting(MeetingExample.Opened, MeetingExample.Assigned);
    private static readonly SpbeProgram Program = Given.Program(Example.Budgeted, Example.Raised).State;
    private static readonly DateOnly Due = MeetingExample.Assigned.Due;

    [Fact]
    public void Somebody_is_given_something_to_do()
    {
        Open.When(Assign).Then(MeetingExample.Assigned);
        Open.When(Assign with { Government = null }).Then(MeetingExample.Assigned with { Government = "19" });
        Given.Meeting().When(Assign).ThenRefused("meeting-not-open", "status", RejectionKind.Stage);
    }

    [Fact]
    public void Everything_that_is_wrong_with_it_is_told_at_once() =>
        Open.When(new AssignFollowUp("", "x", "y", new(2024, 6, 14), new ProgressReached(Example.Id, 101), "31"))
            .ThenRefusedFor(
                ("text-length", "text"),
                ("text-length", "owner"),
                ("text-length", "agency"),
                ("due-before-meeting", "due"),
                ("percent-out-of-range", "expects.percent"),
                ("government-unknown", "government")
            );

    [Fact]
    public void What_is_expected_must_be_there()
    {
        Open.Knowing(facts => facts with { Expected = null })
            .When(Assign)
            .ThenRefused("program-unknown", "expects.program");
        Open.When(Assign with { Expects = new ConstraintGone(Example.Id, "c9") })
            .ThenRefused("constraint-unknown", "expects.constraint");
        var unfound = Open.Knowing(facts => facts with { IsFindingKnown = false });
        unfound
            .When(Assign with { Expects = new FindingGone("gap-1") })
            .ThenRefused("finding-unknown", "expects.finding");
        unfound.When(Assign with { Finding = "gap-1" }).ThenRefused("finding-unknown", "finding");
    }

    [Fact]
    public void It_is_reported_and_checked_also_after_the_meeting()
    {
        var report = new ReportFollowUp(MeetingExample.Reported.Text, Done: true) { Number = 1 };
        var check = new CheckFollowUp(
            1,
            new(MeetingExample.Checked.Result, MeetingExample.Checked.Detail, MeetingExample.Checked.AsOf)
        );
        foreach (
            var given in (GivenMeeting[])
                [Assigned, Given.Meeting(MeetingExample.Opened, MeetingExample.Assigned, MeetingExample.Closed)]
        )
        {
            given.When(report).Then(MeetingExample.Reported);
            given.When(check).Then(MeetingExample.Checked);
        }
        var after = Given.Meeting(
            MeetingExample.Opened,
            MeetingExample.Assigned,
            MeetingExample.Reported,
            MeetingExample.Checked
        );
        after.When(report).ThenNothing();
        after.When(check with { Check = check.Check with { AsOf = new(2024, 9, 1) } }).ThenNothing();
        after.When(report with { Number = 2 }).ThenRefused("follow-up-unknown", "followUp", RejectionKind.Unknown);
        after.When(check with { Number = 2 }).ThenRefused("follow-up-unknown", "followUp", RejectionKind.Unknown);
        Assigned.When(report with { Text = "" }).ThenRefused("text-length", "text");
    }

    [Fact]
    public void What_was_seen_counts_before_what_was_said()
    {
        var assigned = Assigned.State!.FollowUps[0];
        Assert.Equal(FollowUpStatus.Open, assigned.Status);
        Assert.Equal(FollowUpStatus.Open, (assigned with { Report = new(false, "Belum") }).Status);
        Assert.Equal(FollowUpStatus.Reported, (assigned with { Report = new(true, "Sudah") }).Status);
        Assert.Equal(
            FollowUpStatus.Late,
            (assigned with { Report = new(true, "Sudah"), Check = new(CheckResult.Late, "", Due) }).Status
        );
    }

    public static TheoryData<Expectation, bool> Expectations =>
        new()
        {
            { new StatusReached(Example.Id, ProgramStatus.Planned), true },
            { new StatusReached(Example.Id, ProgramStatus.Budgeted), true },
            { new StatusReached(Example.Id, ProgramStatus.Completed), false },
            { new StatusReached(Example.Id, ProgramStatus.Cancelled), false },
            { new ProgressReached(Example.Id, 1), false },
            { new FundingAllocated(Example.Id, 600_000_000), true },
            { new FundingAllocated(Example.Id, 600_000_001), false },
            { new FundingAllocated(Example.Id), false },
            { new ConstraintGone(Example.Id, "c1"), false },
            { new FindingGone("gap-1"), true },
        };

    [Theory]
    [MemberData(nameof(Expectations))]
    public void What_is_expected_is_met_as_soon_as_it_is_so_late_after_its_last_day_and_contradicted_by_a_report(
        Expectation expected,
        bool isSo
    )
    {
        var followUp = Assigned.State!.FollowUps[0] with { Expects = expected };
        var reported = followUp with { Report = new(true, "Sudah") };
        Assert.Equal(isSo ? CheckResult.Met : null, Judge(followUp, Due)?.Result);
        Assert.Equal(isSo ? CheckResult.Met : CheckResult.Late, Judge(followUp, Due.AddDays(1))!.Result);
        Assert.Equal(isSo ? CheckResult.Met : CheckResult.Contradicted, Judge(reported, Due)!.Result);
    }

    [Fact]
    public void What_can_no_longer_become_so_is_contradicted()
    {
        var followUp = Assigned.State!.FollowUps[0] with { Expects = new ProgressReached(Example.Id, 100) };
        var cancelled = Program with { CancellationReason = "Ganda" };
        Assert.Equal(CheckResult.Contradicted, FollowUpChecks.Judge(followUp, cancelled, null, Due)!.Result);
        Assert.Equal(CheckResult.Contradicted, FollowUpChecks.Judge(followUp, null, null, Due)!.Result);
        var ending = followUp with { Expects = new StatusReached(Example.Id, ProgramStatus.Cancelled) };
        Assert.Equal(CheckResult.Met, FollowUpChecks.Judge(ending, cancelled, null, Due)!.Result);
    }

    [Fact]
    public void A_finding_is_closed_when_it_is_gone_or_accepted()
    {
        var followUp = Assigned.State!.FollowUps[0] with { Expects = new FindingGone(FindingDecisionTests.Current.Id) };
        var waiting = FindingDecisionTests.Current;
        Assert.Null(FollowUpChecks.Judge(followUp, null, waiting, Due));
        Assert.Equal(
            CheckResult.Met,
            FollowUpChecks.Judge(followUp, null, waiting with { Status = FindingStatus.Accepted }, Due)!.Result
        );
        Assert.Equal(
            CheckResult.Late,
            FollowUpChecks
                .Judge(followUp, null, waiting with { Status = FindingStatus.Changed }, Due.AddDays(1))!
                .Result
        );
    }

    [Fact]
    public void Without_an_expectation_the_report_decides()
    {
        var followUp = Assigned.State!.FollowUps[0] with { Expects = null };
        Assert.Null(Judge(followUp, Due));
        Assert.Equal(CheckResult.Late, Judge(followUp, Due.AddDays(1))!.Result);
        Assert.Equal(CheckResult.Met, Judge(followUp with { Report = new(true, "Sudah") }, Due)!.Result);
        Assert.Null(Judge(followUp with { Report = new(false, "Belum") }, Due));
    }

    private static FollowUpCheck? Judge(FollowUp followUp, DateOnly day) =>
        FollowUpChecks.Judge(followUp, Program, null, day);
}
