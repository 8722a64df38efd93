using Coordination.Api.EventStore;

namespace Coordination.Api.Audit;

/// <summary><c>GET /api/audit/verification</c>.</summary>
internal static class GetVerification
{
    internal const string Description =
        "Reads every event and holds it against the chain of digests that is made beside the appends, and names the first that was changed, "
        + "removed, inserted or moved in the database. Who can change the chain too is found only by a head that was kept elsewhere, in "
        + "minutes for one: `head` is such a one, `batch:digest`, and the answer tells whether what was recorded until then is still there, "
        + "unchanged. One at a time at a node; 503 while another runs.";

    internal static async Task<IResult> GetAsync(
        string? head,
        AuditDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (found, problem) = await desk.VerifyAsync(head, cancellation);
        http.Response.Headers.CacheControl = "no-store";
        return problem?.ToResult() ?? Results.Json(found, CanonicalJson.Options);
    }
}
