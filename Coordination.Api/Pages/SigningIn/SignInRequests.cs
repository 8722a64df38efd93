using Coordination.Api.Http;
using Coordination.Api.Security;
using Microsoft.Extensions.Options;

namespace Coordination.Api.Pages.SigningIn;

/// <summary><c>/sign-in</c> with name and password, and <c>/sign-out</c>.</summary>
internal static class SignInRequests
{
    internal static IResult Get(HttpContext http)
    {
        var next = ReturnPath.Of(http.Request.Query[ReturnPath.Parameter]);
        return Caller.Of(http).IsSignedIn ? Show.Next(http, next) : Show.Page<SignInPage>(new { Return = next });
    }

    internal static async Task<IResult> PostAsync(SignInDesk desk, HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var next = ReturnPath.Of(form[ReturnPath.Parameter]);
        var (user, password) = ($"{form["user"]}", $"{form["password"]}");
        var language = Language.Of(http);
        List<FieldError> missing = [];
        if (string.IsNullOrWhiteSpace(user))
            missing.Add(new("user", language["error.user-missing"]));
        if (password.Length == 0)
            missing.Add(new("password", language["error.password-missing"]));
        if (missing.Count > 0)
            return Again(missing, StatusCodes.Status422UnprocessableEntity);
        var address = http.Connection.RemoteIpAddress;
        var (given, problem) = await desk.SignInAsync(new(user, password), TokenUse.Page, address, cancellation);
        if (problem is not null)
        {
            if (problem.RetryAfter is { } pause)
                http.Response.Headers.RetryAfter = $"{Math.Ceiling(pause.TotalSeconds):0}";
            return Again(FieldErrors.Of(problem, language), problem.Status);
        }
        PageSession.Give(http, given!.Token);
        return Show.Next(http, given.MustChangePassword ? "/account" : next);

        IResult Again(IReadOnlyList<FieldError> errors, int status) =>
            Show.Page<SignInPage>(
                new
                {
                    Return = next,
                    User = user,
                    Errors = errors,
                },
                status
            );
    }

    internal static async Task<IResult> SignOutAsync(
        LiveTokens tokens,
        IOptionsMonitor<PageSessionOptions> options,
        HttpContext http
    )
    {
        await PageSession.EndAsync(http, tokens, options.Get(PageSession.SchemeName).Use);
        return Show.Next(http, "/sign-in");
    }
}
