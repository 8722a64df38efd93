using Coordination.Api.Http;
using Coordination.Api.Pages.Problems;

namespace Coordination.Api.Pages;

/// <summary>
/// What a person sees instead of a page: the sign-in, where one is missing; the account, where its password is a temporary one; else what
/// went wrong, and what to do.
/// </summary>
internal sealed class ProblemPages : IProblemPage
{
    public bool IsWanted(HttpContext http) =>
        PageOf.Find(http) is not null
        || (
            PageOf.IsNowhere(http)
            && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        );

    public Task ShowAsync(HttpContext http, Problem problem)
    {
        // The sign-in speaks the language that the page was asked for in.
        Language.Remember(http);
        var answer = problem switch
        {
            { Status: StatusCodes.Status401Unauthorized } => Show.Next(http, ReturnPath.ToSignIn(http.Request)),
            { IsPasswordToChange: true } => Show.Next(http, "/account"),
            _ => Show.Page<ProblemPage>(new { Text = FieldErrors.Text(problem, Language.Of(http)) }, problem.Status),
        };
        http.Response.Headers.CacheControl = PagesSetup.NeverKept;
        return answer.ExecuteAsync(http);
    }
}
