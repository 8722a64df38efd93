using Coordination.Api.Harmonization;
using Coordination.Api.Tables;
using Coordination.Domain.Harmonization.Comparisons;

namespace Coordination.Api.Pages.Comparisons;

/// <summary>What has changed in a plan.</summary>
/// <param name="From">Where it begins, as it can be asked for.</param>
/// <param name="Changes">What has changed.</param>
/// <param name="Titles">What the programs in findings are called.</param>
public sealed record ComparisonView(string From, Comparison Changes, IReadOnlyDictionary<string, string> Titles);

/// <summary><c>/compare</c>: what has changed between two points; <c>/compare.csv</c> and <c>/compare.xlsx</c> have the changes of programs.</summary>
internal static class ComparisonRequests
{
    internal static Task<IResult> GetAsync(
        [AsParameters] ComparisonDesk desk,
        HttpContext http,
        CancellationToken cancellation
    ) =>
        PlanPages.ShowAsync<ComparisonPage, ComparisonView>(
            http,
            async (plan, _) =>
            {
                var from = PlanPages.Asked(http, "from") ?? await desk.UsualAsync(plan, cancellation);
                var query = new ComparisonQuery(from, PlanPages.Asked(http, "to"), null);
                var (changes, _, problem) = await desk.Comparisons.ReadAsync(plan, query, _ => false, cancellation);
                if (changes is null)
                    return (null, problem);
                var programs = changes
                    .Findings.Opened.Concat(changes.Findings.Closed)
                    .Concat(changes.Findings.Changed.Select(change => change.To))
                    .SelectMany(finding => finding.Programs);
                return (new(from, changes, await desk.States.TitlesAsync(programs, cancellation)), null);
            },
            "from",
            "to"
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
}
