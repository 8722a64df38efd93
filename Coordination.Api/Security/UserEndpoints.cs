using Coordination.Api.EventStore;
using Coordination.Api.Http;

namespace Coordination.Api.Security;

/// <summary><c>/api/users</c>: accounts, as <see cref="UserDesk"/> looks after them.</summary>
internal static class UserEndpoints
{
    internal static async Task<IResult> ListAsync(
        string? limit,
        string? cursor,
        UserDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (page, problem) = PageRequest.Of(http, limit, cursor, "users");
        if (problem is not null)
            return problem.ToResult();
        http.Response.Headers.CacheControl = "no-store";
        var found = (await desk.ListAsync(Caller.Of(http), cancellation))
            .Where(account => string.CompareOrdinal(account.Id, page!.Cursor?.After) > 0)
            .Take(page!.Limit + 1)
            .ToList();
        var items = found.Take(page.Limit).ToList();
        var next = found.Count > page.Limit ? new Cursor(items[^1].Id, null, 0, "users").Encode() : null;
        var tag = Answers.TagOf(items.Select(UserView.Of).ToList());
        return Answers.Page(http, items, next, tag, UserView.Of, UserRow.Of);
    }

    internal static async Task<IResult> GetAsync(
        string name,
        UserDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var (account, problem) = await desk.FindAsync(name, Caller.Of(http), cancellation);
        return problem?.ToResult() ?? Answers.Json(http, UserView.Of(account!), Answers.TagOf(UserView.Of(account!)));
    }

    internal static async Task<IResult> AddAsync(
        AddUser request,
        UserDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var (added, problem) = await desk.AddAsync(request, Caller.Of(http), cancellation);
        if (added is null)
            return problem!.ToResult();
        http.Response.Headers.Location = $"/api/users/{added.Name}";
        return Results.Json(added, CanonicalJson.Options, statusCode: StatusCodes.Status201Created);
    }

    internal static async Task<IResult> ChangeAsync(
        string name,
        ChangeUser request,
        UserDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var (changed, problem) = await desk.ChangeAsync(name, request, Caller.Of(http), cancellation);
        return problem?.ToResult() ?? Results.Json(changed, CanonicalJson.Options);
    }
}
