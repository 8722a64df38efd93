using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Harmonization;

namespace Coordination.Api.Harmonization;

/// <summary><c>GET /api/plans/{plan}/index</c>: the board's figures, and what lies behind them.</summary>
internal static class GetIndex
{
    internal static async Task<IResult> GetAsync(
        string plan,
        [AsParameters] BoardQuery query,
        IndexReader indices,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        string Sent(string tag) => Table.Tag(http, tag);
        var (view, tag, problem) = await indices.ReadAsync(
            plan,
            query,
            tag => Answers.Has(http, Sent(tag)),
            cancellation
        );
        if (problem is not null)
            return problem.ToResult();
        if (view is null)
            return Answers.NotModified(http, Sent(tag));
        return Table.IsWanted(http) ? Table.Answer(http, IndexTableRow.Of(view), tag) : Answers.Json(http, view, tag);
    }
}

/// <summary>A government's index as a row of a table.</summary>
internal sealed record IndexTableRow(
    string Plan,
    long Position,
    DateOnly AsOf,
    string Government,
    string GovernmentName,
    decimal? Current,
    string? Predicate,
    int? PublishedYear,
    string? Decree,
    DateOnly? PublishedOn,
    decimal? Assessed,
    decimal? CompletedOnly,
    decimal? Forecast,
    decimal? AllPlanned,
    string? ForecastPredicate,
    string? Reason
)
{
    internal static IEnumerable<IndexTableRow> Of(IndexView view) =>
        view.Governments.Select(row => new IndexTableRow(
            view.Plan.Id,
            view.Position,
            view.AsOf,
            row.Code,
            row.Name,
            row.Index.Current,
            row.Index.Predicate,
            row.Published?.Year,
            row.Published?.Decree,
            row.Published?.PublishedOn,
            row.Assessed?.Index,
            row.Range?.Completed.Index,
            row.Range?.Funded.Index,
            row.Range?.Planned.Index,
            row.Index.ForecastPredicate,
            row.Index.Reason
        ));
}
