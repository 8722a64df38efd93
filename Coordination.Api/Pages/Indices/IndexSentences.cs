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
        // The forecast rests on assessed levels, not on what a decree has published: like is compared with like.
        var assessed = known.Where(row => row is { Assessed: not null, Index.Forecast: not null }).ToList();
        if (assessed.Count == 0)
            return now;
        var (before, after) = (
            assessed.Average(row => row.Assessed!.Index),
            assessed.Average(row => row.Index.Forecast!.Value)
        );
        return before == after
            ? $"{now} {language["index.finding.forecast.same", language.Index(before)]}"
            : $"{now} {language["index.finding.forecast", language.Index(before), language.Index(after)]}";
    }

    /// <summary>How many governments have which predicate now, the best first.</summary>
    internal static string Predicates(IndexView view, Language language)
    {
        var predicates = view
            .Governments.Where(row => row.Index.Current is not null)
            .GroupBy(row => row.Index.Predicate!)
            .OrderByDescending(group => group.Max(row => row.Index.Current))
            .Select(group => $"{group.Count()} {group.Key}");
        return string.Join(", ", predicates) is { Length: > 0 } text
            ? language["index.predicates", text]
            : language["index.governments"];
    }

    /// <summary>The programs under way of all governments, by what they add per rupiah.</summary>
    internal static IEnumerable<(GovernmentIndexRow Row, ProgramGain Gain)> Gains(
        IEnumerable<GovernmentIndexRow> rows
    ) =>
        rows.SelectMany(row => row.Programs, (row, gain) => (row, gain))
            .OrderByDescending(entry => entry.gain.GainPerBillion)
            .ThenBy(entry => entry.gain.Program, StringComparer.Ordinal);
}
