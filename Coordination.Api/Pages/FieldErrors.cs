using Coordination.Api.Http;

namespace Coordination.Api.Pages;

/// <summary>What is wrong with a form, in the reader's language.</summary>
/// <param name="Field">The field, as the form names it; empty when it is none.</param>
/// <param name="Text">A whole sentence.</param>
public sealed record FieldError(string Field, string Text)
{
    /// <summary>What the field is called, where the sentence says nothing of it: it then stands before it in the summary.</summary>
    public string? Label { get; init; }
}

/// <summary>Reads a problem as the errors of a form.</summary>
internal static class FieldErrors
{
    internal static IReadOnlyList<FieldError> Of(Problem problem, Language language)
    {
        if (problem.Errors.Count == 0)
            return [new("", Text(problem, language))];
        return
        [
            .. problem.Errors.Select(error => new FieldError(
                error.Field,
                language.Find($"error.{error.Code}.{error.Field}")
                    ?? language.Find($"error.{error.Code}")
                    ?? language.Say(error.Detail)
            )),
        ];
    }

    /// <summary>The same for a form of these fields: what is wrong with something else stands in the summary alone.</summary>
    internal static IReadOnlyList<FieldError> Of(
        Problem problem,
        Language language,
        IReadOnlyCollection<string> fields
    ) => [.. Of(problem, language).Select(error => fields.Contains(error.Field) ? error : error with { Field = "" })];

    /// <summary>All that is wrong, one sentence after the other.</summary>
    internal static string InOne(Problem problem, Language language) =>
        string.Join(' ', Of(problem, language).Select(error => error.Text));

    /// <summary>What a problem says in the reader's language; in English where it says more than its kind.</summary>
    internal static string Text(Problem problem, Language language) =>
        language.Find($"problem.{problem.Type.Split(':')[^1]}") ?? problem.Detail;
}
