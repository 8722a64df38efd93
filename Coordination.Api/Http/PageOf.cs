using Microsoft.AspNetCore.Diagnostics;

namespace Coordination.Api.Http;

/// <summary>Marks an endpoint that shows a page to a person, and names the operation that it is the page of: the right is the same.</summary>
internal sealed record PageOf(string Operation)
{
    /// <summary>What a request came for, also where it has failed meanwhile; none when it is no page.</summary>
    internal static PageOf? Find(HttpContext http) =>
        (http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata.GetMetadata<PageOf>();

    /// <summary>Whether a request came for what is not there, and is no part of the API.</summary>
    internal static bool IsNowhere(HttpContext http) =>
        http.GetEndpoint() is null && !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Shows a problem to a person: a browser that came for a page can do nothing with <c>application/problem+json</c>.</summary>
internal interface IProblemPage
{
    bool IsWanted(HttpContext http);

    Task ShowAsync(HttpContext http, Problem problem);
}
