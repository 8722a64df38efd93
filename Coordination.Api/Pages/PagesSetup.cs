using Coordination.Api.Http;
using Coordination.Api.Pages.Deciding;
using Coordination.Api.Pages.MeetingForms;
using Coordination.Api.Pages.Meetings;
using Coordination.Api.Pages.MeetingWall;
using Coordination.Api.Tables;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;

namespace Coordination.Api.Pages;

/// <summary>Pages: rendered on the server, once, without a script.</summary>
internal static class PagesSetup
{
    private const string FormCookie = "__Host-selaras-form";

    /// <summary>A page shows its reader's name and holds tokens of its forms; whoever signs out leaves none behind.</summary>
    internal const string NeverKept = "no-cache, no-store";

    internal static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<IProblemPage, ProblemPages>();
        services
            .AddSingleton<MeetingMaterialReader>()
            .AddSingleton<MeetingSubjects>()
            .AddSingleton<DecisionTrials>()
            .AddSingleton<WallReader>();
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie = new SecureCookie
            {
                Name = FormCookie,
                Path = "/",
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                IsEssential = true,
            };
            options.SuppressXFrameOptionsHeader = true;
        });
        // The token of a form is another in each answer, so that its compressed length tells nothing.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
    }

    /// <summary>
    /// Secure also where TLS ends in front of this service, or the browser is on this machine: <see cref="CookieSecurePolicy.Always"/>
    /// would refuse both.
    /// </summary>
    private sealed class SecureCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = true;
            return options;
        }
    }

    internal static void UsePages(this WebApplication app) =>
        app.UseWhen(http => PageOf.Find(http) is not null, pages => pages.UseResponseCompression());

    /// <summary>A page that is asked for.</summary>
    internal static RouteHandlerBuilder MapPage(
        this WebApplication app,
        string path,
        string operation,
        Delegate show
    ) =>
        app.MapGet(path, show)
            .WithMetadata(new PageOf(operation))
            .ExcludeFromDescription()
            .AddEndpointFilter(
                (context, next) =>
                {
                    Language.Remember(context.HttpContext);
                    context.HttpContext.Response.Headers.CacheControl = NeverKept;
                    return next(context);
                }
            );

    /// <summary>A table of a page to keep, in each format that the ending of the path names.</summary>
    internal static void MapTable(this WebApplication app, string path, string operation, Delegate show)
    {
        app.MapPage($"{path}.csv", operation, show);
        app.MapPage($"{path}.xlsx", operation, show);
    }

    /// <summary>A form with a file: larger than others, but not by much more than the largest file that is read.</summary>
    internal static void TakesFile(this RouteHandlerBuilder form) =>
        form.WithMetadata(new RequestSizeLimitAttribute(2 * UploadedFile.LargestBytes));

    /// <summary>A form that is sent: it is looked at only when it comes from a page of ours.</summary>
    internal static RouteHandlerBuilder MapForm(
        this WebApplication app,
        string path,
        string operation,
        Delegate take
    ) =>
        app.MapPost(path, take)
            .WithMetadata(new PageOf(operation))
            .ExcludeFromDescription()
            .AddEndpointFilter(
                async (context, next) =>
                {
                    var http = context.HttpContext;
                    try
                    {
                        await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
                    }
                    catch (AntiforgeryValidationException)
                    {
                        return Problem.UncheckedForm().ToResult();
                    }
                    return await next(context);
                }
            );
}
