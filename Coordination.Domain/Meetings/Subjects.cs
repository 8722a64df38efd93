using Coordination.Domain.Harmonization.Decisions;

namespace Coordination.Domain.Meetings;

/// <summary>What a decision is about, so that two on the same, or a change of it, are seen.</summary>
public static class Subjects
{
    private const string Target = "target";

    /// <summary>Numbers of programs, ids of findings, or <c>target</c>.</summary>
    /// <param name="decision">The decision.</param>
    public static IEnumerable<string> Of(Decision decision) =>
        decision switch
        {
            Accept d => [d.Finding],
            SetTarget => [Target],
            // The programs that a new one is related to stay as they are.
            Adopt => [],
            _ => decision.Programs,
        };

    /// <summary>The member of the decision that names a program or a finding.</summary>
    internal static string FieldOf(Decision decision, string subject) =>
        decision switch
        {
            Merge d when d.Into == subject => "into",
            Merge d => $"from[{d.From.IndexOf(subject)}]",
            DeclareRelation d when d.Other == subject => "other",
            OnProgram => "program",
            SetTarget => "rate",
            _ => "finding",
        };
}
