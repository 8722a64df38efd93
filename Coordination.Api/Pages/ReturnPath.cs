namespace Coordination.Api.Pages;

/// <summary>
/// Where somebody wanted to go before the sign-in: a path of this service and nothing else, or a link that looks like ours would lead
/// whoever signs in elsewhere.
/// </summary>
internal static class ReturnPath
{
    internal const string Parameter = "return";

    /// <summary>The path, or the start page. Browsers take <c>\</c> for <c>/</c>, drop some control characters, and read <c>//</c> as a host.</summary>
    internal static string Of(string? wanted) =>
        wanted is ['/', ..] and not (['/', '/' or '\\', ..]) && !wanted.Any(c => char.IsControl(c) || c == '\\')
            ? wanted
            : "/";

    /// <summary>The sign-in that comes back to what a request asked for.</summary>
    internal static string ToSignIn(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path != "/" || request.QueryString.HasValue
            ? "/sign-in" + QueryString.Create(Parameter, request.Path + request.QueryString)
            : "/sign-in";
}
