using Coordination.Domain.Meetings;

namespace Coordination.Api.Pages.Meetings;

/// <summary>What is expected of a follow-up, in one sentence.</summary>
internal static class ExpectationSentences
{
    internal static string Of(Expectation expected, Language language) =>
        expected switch
        {
            StatusReached e => language["expected.program-status", e.Program, language[$"status.{e.Status}"]],
            ProgressReached e => language["expected.program-progress", e.Program, language.Percent(e.Percent / 100)],
            FundingAllocated { Amount: { } amount } e => language[
                "expected.program-funded",
                e.Program,
                language.Rupiah(amount)
            ],
            FundingAllocated e => language["expected.program-funded-fully", e.Program],
            ConstraintGone e => language["expected.constraint-resolved", e.Constraint, e.Program],
            FindingGone e => language[
                "expected.finding-closed",
                MeetingSentences.KindOf(e.Finding, language) ?? e.Finding
            ],
            _ => expected.GetType().Name,
        };
}
