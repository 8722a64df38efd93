using Coordination.Api.Harmonization;
using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Harmonization;

namespace Coordination.Api.Pages.Indices;

/// <summary><c>/index</c>: the SPBE index of a plan's governments; <c>/index.csv</c> has its table.</summary>
internal static class IndexRequests
{
    internal static Task<IResult> GetAsync(IndexReader indices, HttpContext http, CancellationToken cancellation) =>
        PlanPages.ShowAsync<IndexPage, IndexView>(
            http,
            async (plan, day) =>
            {
                var (view, _, problem) = await indices.ReadAsync(plan, BoardQuery.Of(day), _ => false, cancellation);
                return (view, problem);
            }
        );

    internal static async Task<IResult> GetTableAsync(
        string plan,
        string? asOf,
        IndexReader indices,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (view, _, problem) = await indices.ReadAsync(plan, BoardQuery.Of(asOf), _ => false, cancellation);
        return problem is not null
            ? problem.ToResult()
            : Table.Answer(
                http,
                Table.FormatOfPath(http),
                $"index-{plan}-{view!.AsOf:yyyy-MM-dd}",
                IndexTableRow.Of(view)
            );
    }
}
