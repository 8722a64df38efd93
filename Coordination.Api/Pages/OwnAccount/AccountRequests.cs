using Coordination.Api.Security;

namespace Coordination.Api.Pages.OwnAccount;

/// <summary><c>/account</c>: one's own password.</summary>
internal static class AccountRequests
{
    internal static IResult Get(HttpContext http) =>
        Show.Page<AccountPage>(new { IsChanged = http.Request.Query.ContainsKey("changed") });

    /// <summary>Its password is the provider's.</summary>
    internal static IResult GetOfProvider() => Show.Page<AccountPage>(new { HasPassword = false });

    internal static async Task<IResult> PostAsync(PasswordDesk desk, HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var (chosen, again) = ($"{form["new"]}", $"{form["again"]}");
        var language = Language.Of(http);
        if (chosen != again)
            return Again([new("again", language["error.passwords-differ"])], StatusCodes.Status422UnprocessableEntity);
        var (given, problem) = await desk.ChangeAsync(
            Caller.Of(http).Account,
            new($"{form["current"]}", chosen),
            TokenUse.Page,
            cancellation
        );
        if (problem is not null)
            return Again(FieldErrors.Of(problem, language), problem.Status);
        PageSession.Give(http, given!.Token);
        return Show.Next(http, "/account?changed");

        static IResult Again(IReadOnlyList<FieldError> errors, int status) =>
            Show.Page<AccountPage>(new { Errors = errors }, status);
    }
}
