using Coordination.Domain;

namespace Coordination.Api.Pages.ProgramForms;

/// <summary>What a page says after a form: what was done, and what its reader should know.</summary>
internal static class Done
{
    private const string What = "done";
    private const string Warned = "warned";

    internal static string PathOf(string program, string operation, IReadOnlyList<Warning> warnings) =>
        At($"/programs/{program}", operation, warnings);

    internal static string At(string page, string operation, IReadOnlyList<Warning> warnings) =>
        page
        + QueryString.Create([
            new(What, operation),
            .. warnings
                .Select(warning => warning.Code)
                .Distinct()
                .Select(code => KeyValuePair.Create(Warned, (string?)code)),
        ]);

    /// <summary>The sentences; an address that somebody has made up says nothing.</summary>
    internal static IEnumerable<string> Sentences(HttpRequest request, Language language)
    {
        if (language.Find($"form.{request.Query[What]}") is { } done)
            yield return language["form.done", done];
        foreach (var code in request.Query[Warned])
            if (language.Find($"warning.{code}") is { } text)
                yield return text;
    }
}
