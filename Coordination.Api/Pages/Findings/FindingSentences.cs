using System.Globalization;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.Findings;

/// <summary>What a finding says and recommends, in the reader's language, with programs by their titles.</summary>
/// <param name="titles">What programs are called, by number.</param>
/// <param name="language">The reader's.</param>
internal sealed class FindingSentences(IReadOnlyDictionary<string, string> titles, Language language)
{
    /// <summary>What it is about, in a sentence.</summary>
    internal string Headline(Finding finding)
    {
        var key = KeyOf(finding);
        return
            language.Find(key) is { } text
            && finding.Programs.Count >= (text.Contains("{1}", StringComparison.Ordinal) ? 2 : 0)
            ? language[
                key,
                Name(finding.Programs.ElementAtOrDefault(0)),
                Name(finding.Programs.ElementAtOrDefault(1)),
                Governments(finding),
                Subject(finding),
                finding.Locations.Count
            ]
            : language.Say(finding.Evidence.Reasons[0]);
    }

    internal static string Governments(Finding finding) =>
        string.Join(", ", finding.Governments.Select(code => Government.Find(code)?.Name ?? code));

    /// <summary>What is to be decided, in a sentence.</summary>
    internal string Decision(Recommendation advice) =>
        language[
            $"advice.{advice.Decision}",
            Name(advice.Program ?? advice.Into),
            advice.Other is not null ? Name(advice.Other) : string.Join(", ", (advice.From ?? []).Select(Name)),
            advice.Government is { } code ? Government.Find(code)?.Name ?? code : "",
            advice.Amount is { } amount ? language.Money(amount) : "",
            advice.Start is { } start && advice.End is { } end ? $"{language.Day(start)} – {language.Day(end)}" : "",
            advice.ToYear?.ToString(CultureInfo.InvariantCulture) ?? advice.Line ?? ""
        ];

    /// <summary>A title in quotation marks; a number that has none as it is.</summary>
    internal string Name(string? program) =>
        program is null ? ""
        : titles.TryGetValue(program, out var title) ? $"“{title}”"
        : program;

    private string Subject(Finding finding) =>
        finding.Locations is [var only] ? Location.Find(only)?.Name ?? only
        : finding.Priority is { } code
            ? Priority.Find(code) is { } priority ? language.NameOf(priority)
                : code
        : "";

    private static string KeyOf(Finding finding) =>
        finding switch
        {
            // What is said of a plan as a whole is about no program.
            { Programs: [], Kind: not (FindingKind.Gap or FindingKind.Target) } => "",
            { Kind: FindingKind.Overlap, Grade: { } grade } => $"finding.{grade}",
            { Kind: FindingKind.Gap, Locations: [_] } => "finding.Gap.village",
            { Kind: FindingKind.DoubleFunding, Programs.Count: > 1 } => "finding.DoubleFunding.shared",
            _ => $"finding.{finding.Kind}",
        };
}
