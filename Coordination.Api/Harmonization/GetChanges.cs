using System.Globalization;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain.Plans;
using Microsoft.AspNetCore.Mvc;

namespace Coordination.Api.Harmonization;

/// <summary><c>GET /api/plans/{plan}/changes</c>: what changes a plan's views, as it happens.</summary>
internal static class GetChanges
{
    internal const string Description =
        "Server-sent events, one for each event that changes the views of the plan: its own, its programs', and those of its province's "
        + "assessments and coverage. Each comes once, in order, and only when the views have seen it, so that a view read after it shows it. `id` is the "
        + "position: who is cut off sends it as `Last-Event-ID`, to any node, and misses nothing; `from` does the same for a first request, "
        + "with the position of a view that was read. Without either the stream begins now. A comment every 15 seconds keeps it open. It "
        + "ends when the service stops, when the right to read ends, and for a reader that is too slow; come again with the last id.";

    internal static async Task<IResult> GetAsync(
        string plan,
        [FromQuery(Name = "from")] string? from,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        ChangeFeed feed,
        EventReader events,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        // A browser that comes again sends both: the query of its first request, and where it has come since.
        var (field, text) = string.IsNullOrEmpty(lastEventId) ? ("from", from) : ("Last-Event-ID", lastEventId);
        long? after = null;
        if (!string.IsNullOrEmpty(text))
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                return Problem.Malformed(field, $"'{text}' is not a position: a whole number from 0.").ToResult();
            after = position;
        }
        if (!Plan.IsWellFormedId(plan) || !await events.HasStreamAsync(StreamKeys.Plan(plan), cancellation))
            return Problem.UnknownPlan(plan).ToResult();
        var (subscription, isAccountFull) = await feed.JoinAsync(plan, http.User.Identity?.Name, cancellation);
        if (subscription is null)
            return (isAccountFull ? Problem.TooManyStreams() : Problem.NoStreamFree()).ToResult();
        http.Response.RegisterForDispose(subscription);
        var first = after ?? subscription.Joined;
        return new EventStream<Change>(
            subscription.AfterAsync(first, CancellationToken.None),
            first,
            change => change.Position
        );
    }
}
