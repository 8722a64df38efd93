namespace Coordination.Api.Security;

/// <summary>What a browser may do with an answer: with data nothing, with pages and documentation what they need.</summary>
internal static class SecurityHeaders
{
    private const string OfData = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private const string OfDocumentation =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private const string OfPages =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'";

    internal static void UseSecurityHeaders(this WebApplication app)
    {
        // Only sent over TLS, and not for this machine's own name.
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.Use(
            (http, next) =>
            {
                var isDocumentation = http.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal);
                // At the last moment: an error clears what was set before.
                http.Response.OnStarting(() =>
                {
                    var headers = http.Response.Headers;
                    var isPage = http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
                    headers.ContentSecurityPolicy =
                        isDocumentation ? OfDocumentation
                        : isPage ? OfPages
                        : OfData;
                    headers.XContentTypeOptions = "nosniff";
                    headers.XFrameOptions = "DENY";
                    headers["Referrer-Policy"] = "no-referrer";
                    headers["Cross-Origin-Resource-Policy"] = "same-origin";
                    headers["Cross-Origin-Opener-Policy"] = "same-origin";
                    return Task.CompletedTask;
                });
                return next(http);
            }
        );
    }
}
