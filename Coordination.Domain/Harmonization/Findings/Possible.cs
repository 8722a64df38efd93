using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>What programs can still reach together. Sums are exact, so that a program can be taken out again.</summary>
/// <param name="Programs">How many.</param>
/// <param name="Percent">Sum of the percentages that each can reach.</param>
/// <param name="PercentOfCost">Sum of each percentage × cost.</param>
/// <param name="Cost">Rupiah.</param>
internal readonly record struct Possible(int Programs, decimal Percent, decimal PercentOfCost, decimal Cost)
{
    /// <summary>All of it where it is not overdue and ends in the plan's year; else what it has reached.</summary>
    internal static Possible Of(int year, SpbeProgram program, DateOnly day)
    {
        decimal percent =
            program.Details.Schedule.End.Year == year && !DeliveryFindings.IsOverdue(program, day)
                ? 100
                : program.ProgressPercent;
        var cost = program.Details.EstimatedCost;
        return new(1, percent, percent * cost, cost);
    }

    internal static Possible Plus(Possible one, Possible other) => one + other;

    public static Possible operator +(Possible one, Possible other) =>
        new(
            one.Programs + other.Programs,
            one.Percent + other.Percent,
            one.PercentOfCost + other.PercentOfCost,
            one.Cost + other.Cost
        );

    public static Possible operator -(Possible one, Possible other) =>
        new(
            one.Programs - other.Programs,
            one.Percent - other.Percent,
            one.PercentOfCost - other.PercentOfCost,
            one.Cost - other.Cost
        );
}
