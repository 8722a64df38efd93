using Microsoft.AspNetCore.OpenApi;

namespace Coordination.Api.Http;

/// <summary>What each operation tells the OpenAPI document: its id, a summary, and every response it gives.</summary>
internal static class Operations
{
    /// <summary>A read.</summary>
    internal static RouteHandlerBuilder Describes<TBody>(this RouteHandlerBuilder route, string id, string summary) =>
        route
            .WithName(id)
            .WithSummary(summary)
            .Produces<TBody>(StatusCodes.Status200OK)
            .Produces(StatusCodes.Status304NotModified)
            .Refuses(StatusCodes.Status400BadRequest)
            .Refuses(StatusCodes.Status404NotFound)
            .Refuses(StatusCodes.Status422UnprocessableEntity)
            .Refuses(StatusCodes.Status503ServiceUnavailable);

    /// <summary>A command that begins something.</summary>
    internal static RouteHandlerBuilder Creates<TBody>(this RouteHandlerBuilder route, string id, string summary) =>
        route.Produces<TBody>(StatusCodes.Status201Created).Changes<TBody>(id, summary);

    /// <summary>A command on something that exists.</summary>
    internal static RouteHandlerBuilder Changes<TBody>(this RouteHandlerBuilder route, string id, string summary)
    {
        route
            .WithName(id)
            .WithSummary(summary)
            .WithMetadata(new CommandMetadata())
            .Produces<TBody>(StatusCodes.Status200OK);
        foreach (var status in RefusalsOfCommands)
            route.Refuses(status);
        return route;
    }

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, int status) =>
        route.Produces<Problem>(status, Problem.ContentType);

    private static readonly int[] RefusalsOfCommands =
    [
        StatusCodes.Status400BadRequest,
        StatusCodes.Status404NotFound,
        StatusCodes.Status409Conflict,
        StatusCodes.Status412PreconditionFailed,
        StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType,
        StatusCodes.Status422UnprocessableEntity,
        StatusCodes.Status503ServiceUnavailable,
    ];
}

/// <summary>Marks an operation that takes <c>Idempotency-Key</c> and <c>If-Match</c>.</summary>
internal sealed class CommandMetadata;
