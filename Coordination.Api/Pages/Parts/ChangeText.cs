using System.Globalization;
using System.Text.Json;
using Coordination.Domain.Funding;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.Parts;

/// <summary>What a change is called and how its values are written: paths and stored names are not words.</summary>
internal static class ChangeText
{
    private static readonly HashSet<string> Money =
    [
        "amount",
        "estimatedCost",
        "funded",
        "fundingGap",
        "granted",
        "realised",
    ];

    /// <summary>
    /// Each part of a path by its own name, or several by one that they have together: <c>funding[1].document.date</c> is the date of the
    /// document of the second line. A part that has none is a key, and stands as it is.
    /// </summary>
    internal static string NameOf(string path, Language language)
    {
        var parts = path.Split('.');
        var names = new List<string>();
        for (var at = 0; at < parts.Length; )
        {
            var (name, length) = LongestAt(parts, at, language);
            names.Add(name ?? parts[at]);
            at += length;
        }
        return string.Join(" › ", names);
    }

    /// <summary>A value of a change, in the words and figures of the reader.</summary>
    internal static string ValueOf(string path, JsonElement value, Language language)
    {
        var field = WithoutIndex(path.Split('.')[^1]);
        return value.ValueKind switch
        {
            JsonValueKind.Number => NumberOf(field, value.GetDecimal(), language),
            JsonValueKind.True => language["yes"],
            JsonValueKind.False => language["no"],
            JsonValueKind.String => TextOf(field, value.GetString()!, language),
            _ => $"{value}",
        };
    }

    private static (string? Name, int Length) LongestAt(string[] parts, int at, Language language)
    {
        for (var end = parts.Length; end > at; end--)
            if (language.Find($"field.{string.Join('.', parts[at..end].Select(WithoutIndex))}") is { } name)
                return ($"{name}{OrdinalOf(parts[end - 1])}", end - at);
        return (null, 1);
    }

    private static string NumberOf(string field, decimal number, Language language) =>
        Money.Contains(field) ? language.Rupiah(number)
        : field == "rate" ? language.Percent(number)
        : number is >= 2000 and < 2100 && number == decimal.Truncate(number)
            ? number.ToString(CultureInfo.InvariantCulture)
        : language.Number(number);

    private static string TextOf(string field, string text, Language language) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? language.Day(day)
        : field == "time" && TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? language.Time(time)
        : language.Find($"value.{field}.{text}") ?? NameOfCode(field, text, language) ?? text;

    private static string? NameOfCode(string field, string code, Language language) =>
        field switch
        {
            "government" or "province" => Government.Find(code)?.Name,
            "location" or "locations" => Location.Find(code)?.Name,
            "priority" => Priority.Find(code) is { } priority ? language.NameOf(priority) : null,
            "source" or "scheme" => FundingSource.Find(code)?.Name,
            _ => null,
        };

    private static string WithoutIndex(string part) => part.Split('[')[0];

    /// <summary>Of what stands in a list, its place: <c>domains[1]</c> is the second.</summary>
    private static string OrdinalOf(string part) =>
        part.EndsWith(']') && int.TryParse(part[(part.LastIndexOf('[') + 1)..^1], out var index) ? $" {index + 1}" : "";
}
