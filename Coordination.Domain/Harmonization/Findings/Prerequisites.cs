using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>
/// An electronic signature or online service at villages or districts that are reported uncovered, where no internet program ends before
/// it begins. Programs for a whole province, kabupaten or kota do not count, nor do places of which nothing is known.
/// </summary>
internal static class Prerequisites
{
    internal static IEnumerable<Finding> Of(
        ProgramProfile profile,
        IReadOnlyList<ProgramProfile> internet,
        CoverageMap coverage
    )
    {
        var program = profile.Program;
        if (program.Completion is not null || !Internet.IsNeededBy(profile) || IsWide(program))
            yield break;
        var start = program.Details.Schedule.Start;
        var missing = profile
            .Area.Codes.Where(coverage.IsUncovered)
            .Where(village =>
                !internet.Any(other => Internet.EndOf(other.Program) < start && other.Area.Holds(village))
            )
            .ToList();
        if (missing.Count == 0)
            yield break;
        var late = internet.Where(other => missing.Exists(other.Area.Holds)).Select(other => other.Program).ToList();
        yield return FindingOf.Programs(
            FindingKind.Prerequisite,
            FindingSeverity.High,
            [program],
            new([
                $"{FindingOf.Name(program)} needs internet from {start} on.",
                .. missing.Select(village => Uncovered(village, coverage.Find(village)!)),
                late.Count == 0
                    ? (Sentence)$"No program of the plan brings internet there."
                    : (Sentence)$"Internet comes too late there: {FindingOf.List(late.Select(Ending))}.",
            ]),
            program.Details.EstimatedCost,
            Advice(
                program,
                late,
                missing,
                isComing: missing.TrueForAll(village => internet.Any(other => other.Area.Holds(village)))
            ),
            [.. missing, .. late.Select(Ending)]
        ) with
        {
            Locations = missing,
        };
    }

    /// <summary>Moves the start behind the internet where there is time in the year, and else asks for the internet.</summary>
    private static Recommendation Advice(
        SpbeProgram program,
        List<SpbeProgram> late,
        List<string> missing,
        bool isComing
    )
    {
        var ready = !isComing ? (DateOnly?)null : late.Max(Internet.EndOf).AddDays(1);
        var length = program.Details.Schedule.End.DayNumber - program.Details.Schedule.Start.DayNumber;
        return ready is { } start && start.Year == program.Details.Schedule.Start.Year
            ? new(
                RecommendedDecision.Reschedule,
                $"Begin on {start}, when the internet is there.",
                RecommendationEffect.Removed
            )
            {
                Program = program.Id,
                Start = start,
                End = Earlier(start.AddDays(length), new(start.Year, 12, 31)),
            }
            : Recommendation.ToFollowUp(
                program,
                $"Agree who brings internet to {FindingOf.List(missing.Select(Name))} first."
            );
    }

    private static bool IsWide(SpbeProgram program) =>
        program.Details.Locations.Exists(code => Government.Find(code) is not null);

    private static Sentence Uncovered(string village, CoverageReport report) =>
        $"{Name(village)} is reported uncovered by {report.Source} as of {report.AsOf}.";

    private static Sentence Ending(SpbeProgram program) =>
        $"{FindingOf.Name(program)} ends on {Internet.EndOf(program)}";

    private static string Name(string village) => Location.Find(village)?.Name ?? village;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
