using System.Collections.Frozen;
using Coordination.Domain.Assessments;
using Coordination.Domain.Coverage;
using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Api.EventStore;

/// <summary>
/// The names under which events are stored, apart from the names of their types: a type may be renamed, a stored name never.
/// </summary>
internal static class EventNames
{
    internal static readonly FrozenDictionary<string, Type> Types = new Dictionary<string, Type>
    {
        ["plan_opened"] = typeof(PlanOpened),
        ["plan_target_changed"] = typeof(PlanTargetChanged),
        ["plan_agreed"] = typeof(PlanAgreed),
        ["plan_closed"] = typeof(PlanClosed),
        ["finding_accepted"] = typeof(FindingAccepted),
        ["finding_reopened"] = typeof(FindingReopened),
        ["program_planned"] = typeof(ProgramPlanned),
        ["program_revised"] = typeof(ProgramRevised),
        ["program_reassigned"] = typeof(ProgramReassigned),
        ["relation_declared"] = typeof(RelationDeclared),
        ["relation_withdrawn"] = typeof(RelationWithdrawn),
        ["program_budgeted"] = typeof(ProgramBudgeted),
        ["funding_corrected"] = typeof(FundingCorrected),
        ["apbn_support_requested"] = typeof(ApbnSupportRequested),
        ["apbn_support_granted"] = typeof(ApbnSupportGranted),
        ["apbn_support_rejected"] = typeof(ApbnSupportRejected),
        ["apbn_support_withdrawn"] = typeof(ApbnSupportWithdrawn),
        ["funds_realised"] = typeof(FundsRealised),
        ["realisation_corrected"] = typeof(RealisationCorrected),
        ["progress_reported"] = typeof(ProgressReported),
        ["constraint_raised"] = typeof(ConstraintRaised),
        ["constraint_resolved"] = typeof(ConstraintResolved),
        ["program_completed"] = typeof(ProgramCompleted),
        ["completion_reopened"] = typeof(CompletionReopened),
        ["program_deferred"] = typeof(ProgramDeferred),
        ["program_resumed"] = typeof(ProgramResumed),
        ["program_cancelled"] = typeof(ProgramCancelled),
        ["program_merged"] = typeof(ProgramMerged),
        ["merged_program_received"] = typeof(MergedProgramReceived),
        ["indicator_assessed"] = typeof(IndicatorAssessed),
        ["assessment_submitted"] = typeof(AssessmentSubmitted),
        ["assessment_reopened"] = typeof(AssessmentReopened),
        ["index_published"] = typeof(IndexPublished),
        ["coverage_reported"] = typeof(CoverageReported),
        ["meeting_scheduled"] = typeof(MeetingScheduled),
        ["agenda_changed"] = typeof(AgendaChanged),
        ["meeting_opened"] = typeof(MeetingOpened),
        ["attendance_recorded"] = typeof(AttendanceRecorded),
        ["decision_recorded"] = typeof(DecisionRecorded),
        ["decision_applied"] = typeof(DecisionApplied),
        ["decision_failed"] = typeof(DecisionFailed),
        ["decision_retried"] = typeof(DecisionRetried),
        ["follow_up_assigned"] = typeof(FollowUpAssigned),
        ["follow_up_reported"] = typeof(FollowUpReported),
        ["follow_up_checked"] = typeof(FollowUpChecked),
        ["meeting_closed"] = typeof(MeetingClosed),
        ["addendum_sealed"] = typeof(AddendumSealed),
    }.ToFrozenDictionary();

    /// <summary>The stored names of one kind of stream's events.</summary>
    internal static IEnumerable<string> Of<TEvent>() =>
        Types.Where(entry => entry.Value.IsAssignableTo(typeof(TEvent))).Select(entry => entry.Key);
}
