using Coordination.Api.Harmonization;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Api.Tables;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;

namespace Coordination.Api.Pages.Findings;

/// <summary>What is found in a plan and fits a filter.</summary>
/// <param name="Plan">The plan at that point.</param>
/// <param name="Position">The last event that affects it.</param>
/// <param name="Day">The evaluation day in Jakarta.</param>
/// <param name="Found">All that fit, what matters most first.</param>
/// <param name="Shown">Those of this page.</param>
/// <param name="Next">The last of this page, where there is another.</param>
/// <param name="Titles">What their programs are called.</param>
public sealed record FindingsView(
    Plan Plan,
    long Position,
    DateOnly Day,
    IReadOnlyList<Finding> Found,
    IReadOnlyList<Finding> Shown,
    string? Next,
    IReadOnlyDictionary<string, string> Titles
);

/// <summary><c>/findings</c>: what a meeting should know and decide; <c>/findings.csv</c> has the table.</summary>
internal static class FindingsRequests
{
    private const int OnPage = 20;

    /// <summary>What findings are chosen by.</summary>
    internal static readonly string[] Fields = ["kind", "government"];

    /// <summary>What they are chosen by seldom.</summary>
    internal static readonly string[] Seldom = ["priority", "severity", "status", "grade", "program"];

    internal static Task<IResult> GetAsync(
        FindingsReader findings,
        PlanStates states,
        HttpContext http,
        CancellationToken cancellation
    ) =>
        PlanPages.ShowAsync<FindingsPage, FindingsView>(
            http,
            async (plan, day) =>
            {
                var (found, fitting, problem) = await ReadAsync(plan, day, findings, http, cancellation);
                if (problem is not null)
                    return (null, problem);
                // What has gone meanwhile is not found again: then the list begins anew.
                var start = fitting.FindIndex(finding => finding.Id == PlanPages.Asked(http, "cursor")) + 1;
                var shown = fitting.Skip(start).Take(OnPage).ToList();
                return (
                    new(
                        found!.State.Plan,
                        found.State.Position,
                        found.Day,
                        fitting,
                        shown,
                        start + shown.Count < fitting.Count ? shown[^1].Id : null,
                        await states.TitlesAsync(shown, cancellation)
                    ),
                    null
                );
            },
            [.. Fields, .. Seldom]
        );

    internal static async Task<IResult> GetTableAsync(
        string plan,
        FindingsReader findings,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var day = PlanPages.Asked(http, "asOf");
        var (found, fitting, problem) = await ReadAsync(plan, day, findings, http, cancellation);
        return problem is not null
            ? problem.ToResult()
            : Table.Answer(
                http,
                Table.FormatOfPath(http),
                $"findings-{plan}-{found!.Day:yyyy-MM-dd}",
                fitting.Select(one => FindingRow.Of(one, found))
            );
    }

    private static async Task<(FoundPlan? Found, List<Finding> Fitting, Problem? Problem)> ReadAsync(
        string plan,
        string? day,
        FindingsReader findings,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        string? Asked(string field) => PlanPages.Asked(http, field);
        var filter = new FindingFilter
        {
            Kind = Asked("kind"),
            Grade = Asked("grade"),
            Government = Asked("government"),
            Priority = Asked("priority"),
            Status = Asked("status"),
            Severity = Asked("severity"),
            Program = Asked("program"),
        };
        if (filter.Fault(plan) is { } fault)
            return (null, [], fault);
        var query = BoardQuery.Of(day, Asked("atLeast"));
        var (found, _, problem) = await findings.ReadAsync(plan, query, _ => false, cancellation);
        return (found, found?.InOrder.Where(filter.Holds).ToList() ?? [], problem);
    }
}
