using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Comparisons;

/// <summary>Compares a plan at two points: the same function for two positions and for a trial.</summary>
public static class Comparing
{
    /// <summary>What has changed from one to the other; exchanged, what was added is removed.</summary>
    public static Comparison Of(PlanSnapshot from, PlanSnapshot to) =>
        new(
            to.Plan.Id,
            End(from),
            End(to),
            Programs(from.Programs, to.Programs),
            Money(from.Programs.Values, to.Programs.Values),
            Findings(from.View.Findings, to.View.Findings)
        );

    private static ComparisonEnd End(PlanSnapshot snapshot) =>
        new(
            snapshot.View.Position,
            snapshot.Day,
            snapshot.Plan.Status,
            snapshot.Plan.Target,
            snapshot.View.Totals,
            snapshot.View.Implementation
        );

    private static ProgramChanges Programs(
        IReadOnlyDictionary<string, SpbeProgram> from,
        IReadOnlyDictionary<string, SpbeProgram> to
    )
    {
        var changes = from
            .Keys.Union(to.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(id => (Before: from.GetValueOrDefault(id), After: to.GetValueOrDefault(id)))
            .Select(pair => (Way: WayOf(pair.Before, pair.After), Change: Change(pair.Before, pair.After)))
            .ToLookup(entry => entry.Way, entry => entry.Change);
        return new([.. changes[1]], [.. changes[-1]], [.. changes[0].Where(change => change.Changes.Count > 0)]);
    }

    /// <summary>1 for a program that has come, −1 for one that has gone, 0 for one that has stayed as active as it was.</summary>
    private static int WayOf(SpbeProgram? before, SpbeProgram? after) =>
        (before, after) switch
        {
            (null, _) => 1,
            (_, null) => -1,
            _ => after.IsActive.CompareTo(before.IsActive),
        };

    private static ProgramChange Change(SpbeProgram? before, SpbeProgram? after)
    {
        var shown = (after ?? before)!;
        return new(
            shown.Id,
            shown.Details.Title,
            shown.Government,
            shown.Details.Priority,
            shown.Status,
            before is null || after is null ? [] : ProgramFields.Between(before, after)
        );
    }

    private static IReadOnlyList<MoneyChange> Money(IEnumerable<SpbeProgram> from, IEnumerable<SpbeProgram> to)
    {
        var (before, after) = (MoneyOf(from), MoneyOf(to));
        return
        [
            .. before
                .Keys.Union(after.Keys)
                .Order()
                .Select(key => new MoneyChange(
                    key.Government,
                    key.Source,
                    before.GetValueOrDefault(key),
                    after.GetValueOrDefault(key)
                ))
                .Where(change => change.From != change.To),
        ];
    }

    private static Dictionary<(string Government, string Source), StageSums> MoneyOf(
        IEnumerable<SpbeProgram> programs
    ) =>
        programs
            .SelectMany(program => program.Funding.Select(line => (Program: program, Line: line)))
            .Where(entry => entry.Line.TransferTo is null)
            .GroupBy(
                entry => (entry.Program.Government, entry.Line.Source),
                entry => StageSums.Of(entry.Program, entry.Line)
            )
            .ToDictionary(group => group.Key, group => group.Aggregate((sum, next) => sum + next));

    private static FindingChanges Findings(IReadOnlyList<Finding> from, IReadOnlyList<Finding> to)
    {
        var (before, after) = (ById(from), ById(to));
        return new(
            [.. to.Where(finding => !before.ContainsKey(finding.Id))],
            [.. from.Where(finding => !after.ContainsKey(finding.Id))],
            [
                .. to.Where(finding => before.TryGetValue(finding.Id, out var was) && KeyOf(was) != KeyOf(finding))
                    .Select(finding => new FindingChange(before[finding.Id], finding)),
            ]
        );
    }

    private static Dictionary<string, Finding> ById(IEnumerable<Finding> findings) =>
        findings.ToDictionary(finding => finding.Id, StringComparer.Ordinal);

    private static (string, OverlapGrade?, FindingSeverity, decimal, FindingStatus) KeyOf(Finding finding) =>
        (finding.Fingerprint, finding.Grade, finding.Severity, finding.AtStake, finding.Status);
}
