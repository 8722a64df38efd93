using Coordination.Domain.Harmonization;

namespace Coordination.Api.Pages.Indices;

/// <summary>What the SPBE index of a plan's governments says, in one sentence each.</summary>
internal static class IndexSentences
{
    /// <summary>Where they stand on average, and who is lowest.</summary>
    internal static string Finding(IndexView view, Language language)
    {
        var known = view.Governments.Where(row => row.Index.Current is not null).ToList();
        if (known.Count == 0)
            return language["index.finding.none"];
        var lowest = known.MinBy(row => row.Index.Current)!;
        var now = language[
            "index.finding.now",
            known.Count,
            language.Index(known.Average(row => row.Index.Current!.Value)),
            lowest.Name,
            language.Index(lowest.Index.Current!.Value)
        ];
        // Only the same governments can be compared.
        var both = known.Where(row => row.Index.Forecast is not null).ToList();
        return both.Count == 0
            ? now
            : $"{now} "
                + language[
                    "index.finding.forecast",
                    both.Count,
                    language.Index(both.Average(row => row.Index.Current!.Value)),
                    language.Index(both.Average(row => row.Index.Forecast!.Value))
                ];
    }

    internal static string Range(IndexRange range, Language language) =>
        range.Completed.Index == range.Planned.Index
            ? language.Index(range.Funded.Index)
            : $"{language.Index(range.Completed.Index)}–{language.Index(range.Planned.Index)}";

    /// <summary>The programs under way of all governments, by what they add per rupiah.</summary>
    internal static IEnumerable<(GovernmentIndexRow Row, ProgramGain Gain)> Gains(
        IEnumerable<GovernmentIndexRow> rows
    ) =>
        rows.SelectMany(row => row.Programs, (row, gain) => (row, gain))
            .OrderByDescending(entry => entry.gain.GainPerBillion)
            .ThenBy(entry => entry.gain.Program, StringComparer.Ordinal);
}
