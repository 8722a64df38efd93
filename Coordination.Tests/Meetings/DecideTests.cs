using Coordination.Domain;
using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;

namespace Coordination.Tests.Meetings;

public class DecideTests
{
    private static readonly RecordDecision Record = new(
        MeetingExample.Cancel,
        DecisionBy.Chair,
        MeetingExample.Finding,
        ["Diskominfo: pagu sudah ditetapkan"]
    );

    private static readonly GivenMeeting Open = Given.Meeting(MeetingExample.Opened);
    private static readonly GivenMeeting Pending = Given.Meeting(MeetingExample.Opened, MeetingExample.Recorded);

    [Fact]
    public void A_decision_is_recorded_with_how_it_was_taken_and_what_was_said_against_it() =>
        Open.When(Record).Then(MeetingExample.Recorded);

    [Fact]
    public void Nothing_is_decided_before_the_opening_or_after_the_closing()
    {
        Given.Meeting().When(Record).ThenRefused("meeting-not-open", "status", RejectionKind.Stage);
        Given
            .Meeting(MeetingExample.Opened, MeetingExample.Closed)
            .When(Record)
            .ThenRefused("meeting-closed", "status", RejectionKind.Stage);
    }

    [Fact]
    public void A_decision_needs_a_reason_and_objections_need_words() =>
        Open.When(Record with { Decision = MeetingExample.Cancel with { Reason = "" }, Objections = ["x"] })
            .ThenRefusedFor(("text-length", "reason"), ("text-length", "objections[0]"));

    [Fact]
    public void Too_many_objections_are_refused() =>
        Open.When(Record with { Objections = [.. Enumerable.Repeat("Keberatan", 51)] })
            .ThenRefused("too-many-objections", "objections");

    [Fact]
    public void It_is_refused_with_everything_that_the_check_says()
    {
        var effects = new Effects
        {
            Rejections =
            [
                new(
                    RejectionKind.Stage,
                    "program-stage",
                    "program",
                    $"The program is cancelled already, so it cannot be."
                ),
                new(RejectionKind.Rule, "text-length", "reason", $"The decider has said this of the reason too."),
            ],
        };
        Open.Knowing(facts => facts with { Effects = effects })
            .When(Record)
            .ThenRefused("program-stage", "program", RejectionKind.Stage);
    }

    [Fact]
    public void A_finding_that_it_names_must_be_there_now() =>
        Open.Knowing(facts => facts with { IsFindingKnown = false })
            .When(Record)
            .ThenRefused("finding-unknown", "finding");

    [Fact]
    public void What_anything_else_changed_since_the_basis_is_named()
    {
        var refused = Open.Knowing(facts => facts with { ForeignChanges = [new(Example.Id, "progress_reported", 44)] })
            .When(Record);
        refused.ThenRefused("changed-since-basis", "program", RejectionKind.Stage);
        Assert.Contains(
            "progress_reported at position 44",
            refused.Outcome.Rejections[0].Detail,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("into", true)]
    [InlineData("from[1]", false)]
    public void A_change_is_told_by_the_member_that_names_it(string field, bool isInto)
    {
        var merge = new Merge(Example.Id) { From = ["19-2024-AAAAA", Example.OtherId], Reason = "Pekerjaan yang sama" };
        Open.Knowing(facts =>
                facts with
                {
                    ForeignChanges = [new(isInto ? Example.Id : Example.OtherId, "funds_realised", 44)],
                }
            )
            .When(Record with { Decision = merge })
            .ThenRefused("changed-since-basis", field, RejectionKind.Stage);
    }

    [Fact]
    public void While_one_on_the_same_subject_is_applied_another_waits()
    {
        Pending.When(Record).ThenRefused("decision-pending", "program", RejectionKind.Stage);
        var other = Record with { Decision = new Cancel(Example.OtherId) { Reason = "Ganda" } };
        Pending.When(other).Then(MeetingExample.Recorded with { Number = 2, Decision = other.Decision });
        Given
            .Meeting(MeetingExample.Opened, MeetingExample.Recorded, MeetingExample.Failed)
            .When(Record)
            .Then(MeetingExample.Recorded with { Number = 2 });
    }

    [Fact]
    public void Two_targets_and_two_acceptances_of_one_finding_are_one_subject()
    {
        var target = Record with
        {
            Decision = new SetTarget(0.9m, ImplementationDefinition.Completion) { Reason = "Naikkan" },
        };
        Given
            .Meeting(MeetingExample.Opened, MeetingExample.Recorded with { Decision = target.Decision })
            .When(target)
            .ThenRefused("decision-pending", "rate", RejectionKind.Stage);
        var accept = Record with { Decision = new Accept("gap-1") { Reason = "Biarkan" } };
        Given
            .Meeting(MeetingExample.Opened, MeetingExample.Recorded with { Decision = accept.Decision })
            .When(accept)
            .ThenRefused("decision-pending", "finding", RejectionKind.Stage);
    }

    [Fact]
    public void What_is_accepted_is_the_finding_that_is_answered() =>
        Open.When(new RecordDecision(new Accept("gap-1") { Reason = "Biarkan" }, DecisionBy.Consensus))
            .Then(
                new DecisionRecorded(
                    Example.PlanId,
                    1,
                    new Accept("gap-1") { Reason = "Biarkan" },
                    "gap-1",
                    DecisionBy.Consensus,
                    []
                )
            );

    [Fact]
    public void A_program_that_it_begins_has_its_number_from_then_on() =>
        Assert.Equal(
            "19.05-2024-ZZZZZ",
            Open.Knowing(facts => facts with { NewProgram = "19.05-2024-ZZZZZ" })
                .When(new RecordDecision(new Adopt(Command.Plan) { Reason = "Isi kekosongan" }, DecisionBy.Consensus))
                .Accepted()
                .OfType<DecisionRecorded>()
                .Single()
                .NewProgram
        );

    [Fact]
    public void It_takes_effect_once()
    {
        var apply = new ApplyDecision(1, MeetingExample.Applied.Changes);
        Pending.When(apply).Then(MeetingExample.Applied);
        var applied = Given.Meeting(MeetingExample.Opened, MeetingExample.Recorded, MeetingExample.Applied);
        applied.When(apply).ThenNothing();
        applied
            .When(new FailDecision(1, "Terlambat."))
            .ThenRefused("decision-not-applying", "decision", RejectionKind.Stage);
        Open.When(apply).ThenRefused("decision-unknown", "decision", RejectionKind.Unknown);
        Open.When(new FailDecision(1, "Tidak ada.")).ThenRefused("decision-unknown", "decision", RejectionKind.Unknown);
    }

    [Fact]
    public void One_that_failed_is_retried_while_the_meeting_is_open()
    {
        Pending.When(new FailDecision(1, MeetingExample.Failed.Reason)).Then(MeetingExample.Failed);
        var failed = Given.Meeting(MeetingExample.Opened, MeetingExample.Recorded, MeetingExample.Failed);
        failed.When(new FailDecision(1, "Lagi.")).ThenNothing();
        failed.When(new ApplyDecision(1, [])).ThenRefused("decision-not-applying", "decision", RejectionKind.Stage);
        failed.When(new RetryDecision { Number = 1 }).Then(MeetingExample.Retried);
        Pending.When(new RetryDecision { Number = 1 }).ThenNothing();
        Given
            .Meeting(MeetingExample.Opened, MeetingExample.Recorded, MeetingExample.Applied)
            .When(new RetryDecision { Number = 1 })
            .ThenRefused("decision-applied", "decision", RejectionKind.Stage);
        Given
            .Meeting(MeetingExample.Opened, MeetingExample.Recorded, MeetingExample.Failed, MeetingExample.Closed)
            .When(new RetryDecision { Number = 1 })
            .ThenRefused("meeting-closed", "status", RejectionKind.Stage);
        Open.When(new RetryDecision { Number = 2 }).ThenRefused("decision-unknown", "decision", RejectionKind.Unknown);
    }
}
