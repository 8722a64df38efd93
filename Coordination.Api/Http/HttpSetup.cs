using Coordination.Api.EventStore;

namespace Coordination.Api.Http;

/// <summary>How requests are read and failures answered, for every endpoint alike.</summary>
internal static class HttpSetup
{
    /// <summary>More than any command needs: the longest texts and 500 locations fit many times over.</summary>
    internal const int LargestBody = 1024 * 1024;

    /// <summary>Where the service answers when nothing says where: this machine alone.</summary>
    private const string UsualAddress = "http://localhost:5080";

    internal static void AddHttp(this WebApplicationBuilder builder)
    {
        if (
            string.IsNullOrEmpty(builder.Configuration["urls"])
            && string.IsNullOrEmpty(builder.Configuration["http_ports"])
        )
            builder.WebHost.UseUrls(UsualAddress);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.AddServerHeader = false;
        });
        builder.Services.ConfigureHttpJsonOptions(json => CanonicalJson.ReadStrictly(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddExceptionHandler<Failures>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ViewPoints>();
    }

    internal static void UseHttp(this WebApplication app)
    {
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context =>
            OfStatus(context.HttpContext, context.HttpContext.Response.StatusCode)
                .ToResult()
                .ExecuteAsync(context.HttpContext)
        );
        app.Use(
            (http, next) =>
                http.Request.GetTypedHeaders().ContentType?.Charset is { HasValue: true } charset
                && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                    ? OfStatus(http, StatusCodes.Status415UnsupportedMediaType).ToResult().ExecuteAsync(http)
                    : next(http)
        );
        app.Use(
            (http, next) =>
                // No name holds a control character, and a NUL is an error to the database.
                (http.Request.Path.Value ?? "").Any(char.IsControl)
                    ? Problem.Malformed("", $"The path holds a control character.").ToResult().ExecuteAsync(http)
                    : next(http)
        );
    }

    private static Problem OfStatus(HttpContext http, int answered) =>
        answered switch
        {
            StatusCodes.Status404NotFound => Problem.Unknown($"There is nothing at {http.Request.Path}."),
            StatusCodes.Status405MethodNotAllowed => Problem.Malformed(
                "",
                $"{http.Request.Method} is not allowed at {http.Request.Path}.",
                StatusCodes.Status405MethodNotAllowed
            ),
            StatusCodes.Status413PayloadTooLarge => Problem.Malformed(
                "",
                $"The body is larger than {LargestBody} bytes.",
                StatusCodes.Status413PayloadTooLarge
            ),
            StatusCodes.Status415UnsupportedMediaType => Problem.Malformed(
                "",
                $"The body is to be application/json in UTF-8.",
                StatusCodes.Status415UnsupportedMediaType
            ),
            var status => Problem.Malformed("", $"The request cannot be answered.", status),
        };
}
