using Coordination.Domain.Programs;

namespace Coordination.Domain.Funding;

/// <summary>
/// Absorption (serapan anggaran): how much of what is allocated is realised, and how much will be by 31 December. Consolidated sums
/// of active programs.
/// </summary>
/// <param name="Rate">Realised ÷ allocated; none while nothing is allocated.</param>
/// <param name="Forecast">Rupiah realised by the end of the plan's year, as far as progress tells.</param>
/// <param name="ForecastRate">Forecast ÷ allocated.</param>
public sealed record Absorption(decimal? Rate, decimal Forecast, decimal? ForecastRate)
{
    internal static Absorption Of(decimal allocated, decimal realised, decimal forecast) =>
        new(RateOf(realised, allocated), forecast, RateOf(forecast, allocated));

    /// <summary>
    /// Payments follow the work: of a line the larger of what is realised and its allocated amount × the progress that its program
    /// is expected to reach by 31 December, in whole rupiah. From that day on it is what was realised.
    /// </summary>
    internal static decimal ForecastOf(SpbeProgram program, FundingLine line, int year, DateOnly day)
    {
        if (!program.IsActive)
            return 0;
        var realised = program.RealisedOn(line.Line);
        if (!line.IsAllocated || day >= EndOf(year))
            return realised;
        var expected = decimal.Round(
            line.Amount * ExpectedProgress(program, year, day) / 100,
            0,
            MidpointRounding.AwayFromZero
        );
        return Math.Max(realised, expected);
    }

    /// <summary>
    /// Percent by 31 December: 100 when completed; once begun, today's progress carried on at the pace it has had since the start of
    /// the schedule; before that, what the schedule says.
    /// </summary>
    internal static decimal ExpectedProgress(SpbeProgram program, int year, DateOnly day)
    {
        var (start, end) = (program.Details.Schedule.Start, program.Details.Schedule.End);
        if (program.Completion is not null)
            return 100;
        var expected =
            day < start
                ? 100m * Days(start, EndOf(year)) / Days(start, end)
                : program.ProgressPercent * Days(start, EndOf(year)) / Days(start, day);
        return Math.Min(100, Math.Max(expected, program.ProgressPercent));
    }

    private static DateOnly EndOf(int year) => new(year, 12, 31);

    /// <summary>Days from one to the other, both counted.</summary>
    private static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber + 1;

    private static decimal? RateOf(decimal part, decimal whole) => whole == 0 ? null : Decimals.Rate(part / whole);
}
