using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Funding;

namespace Coordination.Api.Funding;

/// <summary>
/// <c>GET /api/plans/{plan}/funding</c>, whose table is its cells, and its lists: <c>/lines</c>, <c>/requests</c>, <c>/alarms</c>.
/// </summary>
internal static class GetFunding
{
    internal static Task<IResult> GetAsync(
        string plan,
        [AsParameters] FundingQuery query,
        FundingReader reader,
        HttpContext http,
        CancellationToken cancellation
    ) => AnswerAsync(plan, query, reader, http, view => view, FundingCellRow.Of, cancellation);

    internal static Task<IResult> GetLinesAsync(
        string plan,
        [AsParameters] FundingQuery query,
        FundingReader reader,
        HttpContext http,
        CancellationToken cancellation
    ) => AnswerAsync(plan, query, reader, http, FundingList.Of(view => view.Lines), FundedLineRow.Of, cancellation);

    internal static Task<IResult> GetRequestsAsync(
        string plan,
        [AsParameters] FundingQuery query,
        FundingReader reader,
        HttpContext http,
        CancellationToken cancellation
    ) =>
        AnswerAsync(
            plan,
            query,
            reader,
            http,
            FundingList.Of(view => view.Requests),
            WaitingRequestRow.Of,
            cancellation
        );

    internal static Task<IResult> GetAlarmsAsync(
        string plan,
        [AsParameters] FundingQuery query,
        FundingReader reader,
        HttpContext http,
        CancellationToken cancellation
    ) => AnswerAsync(plan, query, reader, http, FundingList.Of(view => view.Alarms), FundingAlarmRow.Of, cancellation);

    private static async Task<IResult> AnswerAsync<TView, TRow>(
        string plan,
        FundingQuery query,
        FundingReader reader,
        HttpContext http,
        Func<FundingView, TView> cut,
        Func<FundingView, IEnumerable<TRow>> flatten,
        CancellationToken cancellation
    )
    {
        string Sent(string tag) => Table.Tag(http, tag);
        var (tag, money, problem) = await reader.ReadAsync(plan, query, t => Answers.Has(http, Sent(t)), cancellation);
        if (problem is not null)
            return problem.ToResult();
        if (money is null)
            return Answers.NotModified(http, Sent(tag));
        var view = money.ToView(query.Filter);
        return Table.IsWanted(http) ? Table.Answer(http, flatten(view), tag) : Answers.Json(http, cut(view), tag);
    }
}

/// <summary>A list of the funding view, with the point it is of.</summary>
internal sealed record FundingList<T>(
    string Plan,
    long Position,
    DateOnly AsOf,
    DateOnly? ValidAt,
    IReadOnlyList<T> Items
);

internal static class FundingList
{
    internal static Func<FundingView, FundingList<T>> Of<T>(Func<FundingView, IReadOnlyList<T>> list) =>
        view => new(view.Plan.Id, view.Position, view.AsOf, view.ValidAt, list(view));
}
