using Coordination.Api.Funding;
using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Funding;

namespace Coordination.Api.Pages.Funding;

/// <summary><c>/funding</c>: the money of a plan, for who looks after it; <c>/funding.csv</c> has its tables.</summary>
internal static class FundingRequests
{
    internal static Task<IResult> GetAsync(FundingReader funding, HttpContext http, CancellationToken cancellation) =>
        PlanPages.ShowAsync<FundingPage, FundingView>(
            http,
            (plan, day) => ReadAsync(plan, day, funding, http, cancellation),
            "government",
            "priority",
            "source"
        );

    internal static async Task<IResult> GetTableAsync(
        string plan,
        string? table,
        FundingReader funding,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (view, problem) = await ReadAsync(plan, PlanPages.Asked(http, "asOf"), funding, http, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var name = $"{plan}-{view!.AsOf:yyyy-MM-dd}";
        return table switch
        {
            "lines" => Table.Answer(http, Table.FormatOfPath(http), $"funding-lines-{name}", FundedLineRow.Of(view)),
            "requests" => Table.Answer(
                http,
                Table.FormatOfPath(http),
                $"funding-requests-{name}",
                WaitingRequestRow.Of(view)
            ),
            "alarms" => Table.Answer(
                http,
                Table.FormatOfPath(http),
                $"funding-alarms-{name}",
                FundingAlarmRow.Of(view)
            ),
            _ => Table.Answer(http, Table.FormatOfPath(http), $"funding-{name}", FundingCellRow.Of(view)),
        };
    }

    private static async Task<(FundingView? View, Problem? Problem)> ReadAsync(
        string plan,
        string? day,
        FundingReader funding,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var query = new FundingQuery
        {
            Government = PlanPages.Asked(http, "government"),
            Priority = PlanPages.Asked(http, "priority"),
            Source = PlanPages.Asked(http, "source"),
            AsOf = day,
        };
        var (_, money, problem) = await funding.ReadAsync(plan, query, _ => false, cancellation);
        return problem is null ? (money!.ToView(query.Filter), null) : (null, problem);
    }
}
