using System.Globalization;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>What the files of the kinds share.</summary>
internal static class FindingOf
{
    /// <summary>A finding about programs: its subjects are their numbers, and what else tells it apart.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="severity">How much it matters.</param>
    /// <param name="programs">The programs concerned.</param>
    /// <param name="evidence">What it is concluded from.</param>
    /// <param name="atStake">Rupiah.</param>
    /// <param name="recommendation">What to do about it.</param>
    /// <param name="facts">What it is concluded from besides the programs' own details.</param>
    /// <param name="subject">What tells it apart from others of its kind about the same programs.</param>
    internal static Finding Programs(
        FindingKind kind,
        FindingSeverity severity,
        IReadOnlyCollection<SpbeProgram> programs,
        Evidence evidence,
        decimal atStake,
        Recommendation recommendation,
        IEnumerable<string>? facts = null,
        string? subject = null
    )
    {
        var inOrder = programs.OrderBy(program => program.Id, StringComparer.Ordinal).ToList();
        var subjects = inOrder.ConvertAll(program => program.Id);
        return new(
            Finding.IdOf(inOrder[0].Plan, kind, subject is null ? subjects : [.. subjects, subject]),
            kind,
            null,
            severity,
            subjects,
            [.. inOrder.Select(program => program.Government).Distinct().Order(StringComparer.Ordinal)],
            inOrder.Select(program => program.Details.Priority).Distinct().ToList() is [var only] ? only : null,
            [],
            null,
            evidence,
            Decimals.Normalised(atStake),
            recommendation,
            Finding.Digest([.. inOrder.SelectMany(InputsOf), .. facts ?? []])
        );
    }

    /// <summary>A finding about a government, and a priority or a village of it.</summary>
    internal static Finding Government(
        Plan plan,
        FindingKind kind,
        FindingSeverity severity,
        string government,
        string subject,
        Sentence reason,
        Recommendation recommendation,
        IEnumerable<string> facts
    ) =>
        new(
            Finding.IdOf(plan.Id, kind, [government, subject]),
            kind,
            null,
            severity,
            [],
            [government],
            null,
            [],
            null,
            new([reason]),
            0,
            recommendation,
            Finding.Digest(facts)
        );

    /// <summary>For sentences: number and title.</summary>
    internal static string Name(SpbeProgram program) => $"{program.Id} \"{program.Details.Title}\"";

    /// <summary>For sentences: <c>2024-03-01</c>.</summary>
    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>For sentences: the first five, and how many more.</summary>
    internal static Sentence List<T>(IEnumerable<T> names)
    {
        var all = names.ToList();
        return List(all, all.Count);
    }

    /// <summary>The same where their number is known: no more are asked for than are shown.</summary>
    internal static Sentence List<T>(IEnumerable<T> names, int count)
    {
        const int most = 5;
        var shown = names.Take(most).ToList();
        if (count > most)
            return $"{shown} and {count - most} more";
        return $"{shown}";
    }

    /// <summary>What of a program a finding depends on; not its progress.</summary>
    private static IEnumerable<string> InputsOf(SpbeProgram program)
    {
        var details = program.Details;
        return
        [
            program.Id,
            program.Government,
            details.Title,
            details.Description,
            details.Output.Indicator,
            details.SubActivity?.ToString() ?? "",
            string.Join(' ', details.Locations),
            Text(details.Schedule.Start),
            Text(details.Schedule.End),
            Decimals.Normalised(details.EstimatedCost).ToString(CultureInfo.InvariantCulture),
        ];
    }
}
