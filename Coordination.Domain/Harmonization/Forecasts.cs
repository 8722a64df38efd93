using Coordination.Domain.Assessments;
using Coordination.Domain.Plans;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization;

/// <summary>The rates, 0–1, that governments are forecast to reach where the plan's target is measured by the SPBE index.</summary>
public static class Forecasts
{
    /// <summary>By code of the government; empty where the target is measured by progress, or nothing can be forecast.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="tally">What its programs add up to.</param>
    /// <param name="assessments">Those of its governments, of every year.</param>
    /// <param name="day">The evaluation day in Jakarta.</param>
    public static IReadOnlyDictionary<string, decimal> Of(
        Plan plan,
        Tally tally,
        IReadOnlyCollection<Assessment> assessments,
        DateOnly day
    )
    {
        var rates = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (plan.Target.Definition is not (ImplementationDefinition.Maturity or ImplementationDefinition.Indicators))
            return rates;
        var lifts = tally.DistinctLifts.ToList();
        foreach (var government in Government.Within(plan.Province))
        {
            var outlook = IndexOutlook.Of(plan, government.Code, assessments, lifts, day, SpbeInstruments.Official);
            if (outlook.ForecastRate(plan.Target.Definition) is { } rate)
                rates[government.Code] = rate;
        }
        return rates;
    }
}
