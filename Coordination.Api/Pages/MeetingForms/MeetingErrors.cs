using System.Text.RegularExpressions;
using Coordination.Api.Http;
using Coordination.Domain;

namespace Coordination.Api.Pages.MeetingForms;

/// <summary>Reads a problem as the errors of a meeting's form, whose fields stand alone where the body nests them.</summary>
internal static partial class MeetingErrors
{
    /// <summary>What changed since the basis is said in full: whoever decides has to look at just that.</summary>
    private const string Changed = "changed-since-basis";

    internal static IReadOnlyList<FieldError> Of(Problem problem, Language language, IEnumerable<string> fields)
    {
        var known = fields.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. FieldErrors
                .Of(problem, language)
                .Zip(
                    problem.Errors.Count == 0 ? [new ProblemError("", "", Sentence.Of(""))] : problem.Errors,
                    (error, told) =>
                        new FieldError(
                            FieldOf(error.Field, known),
                            told.Code == Changed ? $"{error.Text} ({language.Say(told.Detail)})" : error.Text
                        )
                ),
        ];
    }

    /// <summary><c>expects.program</c>, <c>draft.title</c> and <c>from[1]</c> are <c>program</c>, <c>title</c> and <c>from</c>.</summary>
    private static string FieldOf(string field, HashSet<string> known)
    {
        string[] names = [field, Outer().Replace(field, ""), Index().Replace(Outer().Replace(field, ""), "")];
        return names.FirstOrDefault(known.Contains) ?? "";
    }

    [GeneratedRegex(@"^(decisions\[0\]\.)?(draft\.|expects\.)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Outer();

    [GeneratedRegex(@"\[[0-9]+\]$", RegexOptions.None, 1000)]
    private static partial Regex Index();
}
