using Coordination.Api.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Coordination.Api.Http;

/// <summary>What each operation tells the OpenAPI document: its id, a summary, and every response it gives.</summary>
internal static class Operations
{
    /// <summary>Not signed in, not allowed, too often.</summary>
    private static readonly int[] OfEverybody =
    [
        StatusCodes.Status401Unauthorized,
        StatusCodes.Status403Forbidden,
        StatusCodes.Status429TooManyRequests,
    ];

    private static readonly int[] OfDecision =
    [
        StatusCodes.Status400BadRequest,
        StatusCodes.Status404NotFound,
        StatusCodes.Status409Conflict,
        StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType,
        StatusCodes.Status422UnprocessableEntity,
        StatusCodes.Status503ServiceUnavailable,
    ];

    /// <summary>A read, with the statuses that it refuses with.</summary>
    internal static RouteHandlerBuilder Reads<TBody>(
        this RouteHandlerBuilder route,
        string id,
        string summary,
        params int[] refusals
    ) => route.Names<TBody>(id, summary).Produces(StatusCodes.Status304NotModified).Refuses(refusals);

    /// <summary>A list or a thing as it is now.</summary>
    internal static RouteHandlerBuilder Shows<TBody>(this RouteHandlerBuilder route, string id, string summary) =>
        route.Reads<TBody>(
            id,
            summary,
            StatusCodes.Status400BadRequest,
            StatusCodes.Status404NotFound,
            StatusCodes.Status503ServiceUnavailable
        );

    /// <summary>A text as it was stored, to the byte.</summary>
    internal static RouteHandlerBuilder ShowsText(
        this RouteHandlerBuilder route,
        string id,
        string summary,
        string type = "text/plain"
    ) =>
        route
            .WithName(id)
            .WithSummary(summary)
            .Produces<string>(StatusCodes.Status200OK, type)
            .Produces(StatusCodes.Status304NotModified)
            .Refuses([
                .. OfEverybody,
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status503ServiceUnavailable,
            ]);

    /// <summary>A view of a plan or program: its point in time may not exist, lie in the future, or not be reached yet.</summary>
    internal static RouteHandlerBuilder Views<TBody>(this RouteHandlerBuilder route, string id, string summary) =>
        route
            .Reads<TBody>(
                id,
                summary,
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status503ServiceUnavailable
            )
            .WithDescription(
                summary
                    + ". Now, or as of the end of a day in Jakarta or a moment in UTC (`asOf`), or at a `position`; with both, the "
                    + "position selects the events and `asOf` the evaluation day. `atLeast` waits up to two seconds for a position."
            );

    /// <summary>A read whose answer goes on: events as they happen.</summary>
    internal static RouteHandlerBuilder Streams<TEvent>(this RouteHandlerBuilder route, string id, string summary) =>
        route
            .WithName(id)
            .WithSummary(summary)
            .WithMetadata(new StreamMetadata())
            .Produces<TEvent>(StatusCodes.Status200OK, "text/event-stream")
            .Refuses([
                .. OfEverybody,
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status503ServiceUnavailable,
            ]);

    /// <summary>A question with a body, which stores nothing.</summary>
    internal static RouteHandlerBuilder Computes<TBody>(this RouteHandlerBuilder route, string id, string summary) =>
        route
            .Names<TBody>(id, summary)
            .Refuses(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status503ServiceUnavailable
            );

    /// <summary>A decision on what is not kept as events: neither repeated by a key nor conditional on a version.</summary>
    internal static RouteHandlerBuilder Decides<TBody>(
        this RouteHandlerBuilder route,
        string id,
        string summary,
        int status = StatusCodes.Status200OK
    ) => route.Names<TBody>(id, summary, status).Refuses(OfDecision);

    /// <summary>What answers nothing but that it is done.</summary>
    internal static RouteHandlerBuilder Ends(this RouteHandlerBuilder route, string id, string summary) =>
        route
            .WithName(id)
            .WithSummary(summary)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses([.. OfEverybody, StatusCodes.Status503ServiceUnavailable]);

    /// <summary>A table that a caller sends as CSV or as a workbook, with an example of one.</summary>
    internal static RouteHandlerBuilder Uploads<TBody>(
        this RouteHandlerBuilder route,
        string id,
        string summary,
        string example
    ) =>
        route
            .Names<TBody>(id, summary)
            .WithMetadata(new UploadMetadata(example), new RequestSizeLimitAttribute(UploadedFile.LargestBytes))
            .Refuses(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status503ServiceUnavailable
            );

    /// <summary>A file that is the same for everybody.</summary>
    internal static RouteHandlerBuilder Downloads<TBody>(
        this RouteHandlerBuilder route,
        string id,
        string summary,
        string contentType
    ) =>
        route
            .WithName(id)
            .WithSummary(summary)
            .Produces<TBody>(StatusCodes.Status200OK, contentType)
            .Produces(StatusCodes.Status304NotModified)
            .Refuses([.. OfEverybody, StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable]);

    /// <summary>A command on something that exists.</summary>
    internal static RouteHandlerBuilder Changes<TBody>(this RouteHandlerBuilder route, string id, string summary) =>
        route
            .Names<TBody>(id, summary)
            .WithMetadata(new CommandMetadata())
            .Refuses([.. OfDecision, StatusCodes.Status412PreconditionFailed]);

    /// <summary>A command that begins something; 200 when it had already taken effect.</summary>
    internal static RouteHandlerBuilder Creates<TBody>(this RouteHandlerBuilder route, string id, string summary) =>
        route.Changes<TBody>(id, summary).Produces<TBody>(StatusCodes.Status201Created);

    /// <summary>A read that also comes as a table: CSV or a workbook.</summary>
    internal static RouteHandlerBuilder AlsoAsTable(this RouteHandlerBuilder route) =>
        route
            .WithMetadata(new TableMetadata())
            .AddEndpointFilter(
                (context, next) =>
                    Table.Fault(context.HttpContext) is { } fault
                        ? ValueTask.FromResult<object?>(fault.ToResult())
                        : next(context)
            );

    private static RouteHandlerBuilder Names<TBody>(
        this RouteHandlerBuilder route,
        string id,
        string summary,
        int status = StatusCodes.Status200OK
    ) => route.WithName(id).WithSummary(summary).Produces<TBody>(status).Refuses(OfEverybody);

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses)
            route.Produces<Problem>(status, Problem.ContentType);
        return route;
    }
}

/// <summary>Marks an operation that also answers with a table.</summary>
internal sealed class TableMetadata;

/// <summary>Marks an operation that takes a table.</summary>
internal sealed record UploadMetadata(string Example);

/// <summary>Marks an operation that takes <c>Idempotency-Key</c> and <c>If-Match</c>.</summary>
internal sealed class CommandMetadata;
