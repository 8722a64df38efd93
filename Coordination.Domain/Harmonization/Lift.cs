using System.Globalization;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization;

/// <summary>How much of a program's lift can be counted on, the surest first.</summary>
public enum LiftStanding
{
    /// <summary>The program is completed.</summary>
    Completed,

    /// <summary>Funded in full, and its schedule ends within the plan's year.</summary>
    Funded,

    /// <summary>Any other active program.</summary>
    Planned,
}

/// <summary>What an active program does to an SPBE indicator of its government.</summary>
/// <param name="Government">Code of the government.</param>
/// <param name="Number">Number of the indicator.</param>
/// <param name="Level">The level that the program lifts it to.</param>
/// <param name="Standing">Whether it can be counted on.</param>
/// <param name="Until">The last day on which a funded lift is on time; none for the others.</param>
public readonly record struct Lift(string Government, int Number, int Level, LiftStanding Standing, DateOnly? Until)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The lifts of a program; none when it is not active.</summary>
    public static IEnumerable<Lift> Of(SpbeProgram program) =>
        program.IsActive ? program.Details.SpbeIndicators.Select(lift => Of(program, StandingOf(program), lift)) : [];

    /// <summary>Whether it counts on a day among the lifts of that standing or a surer one.</summary>
    public bool Counts(LiftStanding least, DateOnly day) =>
        least == LiftStanding.Planned || Standing == LiftStanding.Completed || (least == Standing && Until >= day);

    /// <summary>One text for all lifts that do the same: <c>19.05 17 3 Funded 2024-11-30</c>.</summary>
    internal string Key => $"{Government} {Number} {Level} {Standing}" + (Until is { } day ? $" {day:yyyy-MM-dd}" : "");

    internal static Lift Parse(string key)
    {
        var parts = key.Split(' ');
        return new(
            parts[0],
            int.Parse(parts[1], CultureInfo.InvariantCulture),
            int.Parse(parts[2], CultureInfo.InvariantCulture),
            Enum.Parse<LiftStanding>(parts[3]),
            parts.Length > 4 ? DateOnly.ParseExact(parts[4], DayFormat, CultureInfo.InvariantCulture) : null
        );
    }

    private static Lift Of(SpbeProgram program, LiftStanding standing, IndicatorLift lift) =>
        new(
            program.Government,
            lift.Number,
            lift.Level,
            standing,
            standing == LiftStanding.Funded ? program.Details.Schedule.End : null
        );

    /// <summary>A schedule starts in the plan's year, so one that ends in the year it starts in ends within the plan's.</summary>
    private static LiftStanding StandingOf(SpbeProgram program) =>
        program switch
        {
            { Completion: not null } => LiftStanding.Completed,
            { Details.Schedule: var schedule }
                when program.FundingGap == 0 && schedule.End.Year == schedule.Start.Year => LiftStanding.Funded,
            _ => LiftStanding.Planned,
        };
}
