using System.Globalization;
using Coordination.Api.EventStore;
using Coordination.Api.Harmonization;
using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain;
using Coordination.Domain.Harmonization.Comparisons;

namespace Coordination.Api.Pages.Comparisons;

/// <summary><c>/compare</c>: what has changed between two points; <c>/compare.csv</c> has the changes of programs.</summary>
internal static class ComparisonRequests
{
    /// <summary>How far back is looked when nothing is asked: meetings are a month apart.</summary>
    private const int Days = 30;

    internal static Task<IResult> GetAsync(
        ComparisonReader comparisons,
        EventReader events,
        Positions positions,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellation
    ) =>
        PlanPages.ShowAsync<ComparisonPage, Comparison>(
            http,
            async (plan, _) =>
            {
                var from =
                    PlanPages.Asked(http, "from") ?? await UsualAsync(plan, events, positions, clock, cancellation);
                var query = new ComparisonQuery(from, PlanPages.Asked(http, "to"), null);
                var (comparison, _, problem) = await comparisons.ReadAsync(plan, query, _ => false, cancellation);
                return (comparison, problem);
            }
        );

    internal static async Task<IResult> GetTableAsync(
        string plan,
        string from,
        ComparisonReader comparisons,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var query = new ComparisonQuery(from, PlanPages.Asked(http, "to"), null);
        var (comparison, _, problem) = await comparisons.ReadAsync(plan, query, _ => false, cancellation);
        return problem is not null
            ? problem.ToResult()
            : Table.Answer(http, Table.FormatOfPath(http), $"changes-{plan}", ProgramChangeRow.Of(comparison!));
    }

    /// <summary>
    /// A month ago; a month before the plan's last change, where nothing has changed since; the plan's first event, where it is younger.
    /// </summary>
    private static async Task<string> UsualAsync(
        string plan,
        EventReader events,
        Positions positions,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var last = await events.LastOfPlanAsync(plan, long.MaxValue, cancellation);
        var changed = last is { } position ? await positions.RecordedAtAsync(position, cancellation) : null;
        var day = JakartaTime.DayOf(changed ?? clock.GetUtcNow()).AddDays(-Days);
        var opened = await events.StreamAsync(StreamKeys.Plan(plan), long.MaxValue, cancellation);
        return opened is [{ } first, ..] && day < JakartaTime.DayOf(first.At)
            ? first.Position.ToString(CultureInfo.InvariantCulture)
            : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
