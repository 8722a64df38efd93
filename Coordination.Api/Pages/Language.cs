using System.Collections;
using System.Globalization;
using System.Resources;
using Coordination.Domain;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages;

/// <summary>
/// A language of the pages: texts, numbers, money and days. It is handed on and never made the culture of the process: what else runs in
/// the request, SQL and JSON above all, stays invariant.
/// </summary>
public sealed class Language
{
    /// <summary>Bahasa Indonesia, for whoever has not chosen.</summary>
    public static readonly Language Indonesian = new(
        "id",
        "Bahasa Indonesia",
        new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." },
        "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des",
        ["triliun", "miliar", "juta"],
        '.'
    );

    /// <summary>English.</summary>
    public static readonly Language English = new(
        "en",
        "English",
        new(),
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        ["trillion", "billion", "million"],
        ':'
    );

    internal const string Parameter = "lang";
    private const string Cookie = "__Host-selaras-lang";

    private static readonly ResourceManager Texts = new("Coordination.Api.Pages.Texts", typeof(Language).Assembly);

    /// <summary>What rules and findings say: the English words and, beside them, the Indonesian.</summary>
    private static readonly ResourceManager Sentences = new(
        "Coordination.Api.Pages.Sentences",
        typeof(Language).Assembly
    );

    private static readonly decimal[] Scales = [1_000_000_000_000m, 1_000_000_000m, 1_000_000m];

    private readonly CultureInfo culture;
    private readonly NumberFormatInfo numbers;
    private readonly string[] months;
    private readonly string[] scaleNames;
    private readonly char timeSeparator;

    private Language(
        string code,
        string name,
        NumberFormatInfo numbers,
        string months,
        string[] scaleNames,
        char timeSeparator
    )
    {
        (Code, Name, culture) = (code, name, CultureInfo.GetCultureInfo(code));
        (this.numbers, this.months, this.scaleNames) = (numbers, months.Split(' '), scaleNames);
        this.timeSeparator = timeSeparator;
    }

    /// <summary>As in the attribute <c>lang</c>.</summary>
    public string Code { get; }

    /// <summary>What it calls itself.</summary>
    public string Name { get; }

    internal Language Other => this == Indonesian ? English : Indonesian;

    /// <summary>A text of the pages.</summary>
    public string this[string key] => Find(key) ?? throw new InvalidOperationException($"There is no text '{key}'.");

    /// <summary>A text of the pages with values in it.</summary>
    public string this[string key, params object[] values] => string.Format(numbers, this[key], values);

    /// <summary>What the request asks for, what was chosen before, or Indonesian.</summary>
    public static Language Of(HttpContext http) =>
        ByCode(http.Request.Query[Parameter]) ?? ByCode(http.Request.Cookies[Cookie]) ?? Indonesian;

    /// <summary>Remembers a choice, for a year.</summary>
    internal static void Remember(HttpContext http)
    {
        if (ByCode(http.Request.Query[Parameter]) is { } chosen && http.Request.Cookies[Cookie] != chosen.Code)
            http.Response.Cookies.Append(
                Cookie,
                chosen.Code,
                new()
                {
                    HttpOnly = true,
                    Secure = true,
                    SameSite = SameSiteMode.Lax,
                    MaxAge = TimeSpan.FromDays(365),
                }
            );
    }

    /// <summary>The same page with the same filters, in this language.</summary>
    internal string LinkTo(HttpRequest request) =>
        request.Path + QueryString.Create(request.Query.Where(pair => pair.Key != Parameter)).Add(Parameter, Code);

    internal string? Find(string key) => Texts.GetString(key, culture);

    /// <summary>A sentence, with its values as they are written here.</summary>
    internal string Say(Sentence sentence)
    {
        var words = this == Indonesian ? Sentences.GetString(sentence.Template, CultureInfo.InvariantCulture) : null;
        return string.Format(numbers, words ?? sentence.Template, [.. sentence.Values.Select(Say)]);
    }

    internal string Number(decimal value) => Number(value, 2);

    /// <summary>A number with at most so many decimals.</summary>
    internal string Number(decimal value, int decimals) =>
        value.ToString($"#,##0.{new string('#', decimals)}", numbers);

    /// <summary>An SPBE index or a score, as decrees print it: two decimals.</summary>
    internal string Index(decimal value) => Fixed(value, 2);

    /// <summary>A number with so many decimals, so that columns stand right.</summary>
    internal string Fixed(decimal value, int decimals) => value.ToString($"N{decimals}", numbers);

    /// <summary>A rate of 0–1 as a percentage, with one decimal where it has one: <c>80%</c>.</summary>
    internal string Percent(decimal rate) => Percent(rate, "0.#");

    /// <summary>A rate of 0–1 as a percentage, always with one decimal, so that columns stand right.</summary>
    internal string Rate(decimal rate) => Percent(rate, "0.0");

    /// <summary>Rupiah in three digits and a word: <c>Rp8,04 triliun</c>.</summary>
    internal string Money(decimal rupiah)
    {
        var scale = Array.FindIndex(Scales, scale => Math.Abs(rupiah) >= scale);
        if (scale < 0)
            return Rupiah(rupiah);
        var scaled = rupiah / Scales[scale];
        var decimals = Math.Abs(scaled) switch
        {
            >= 100 => 0,
            >= 10 => 1,
            _ => 2,
        };
        var rounded = Math.Round(scaled, decimals, MidpointRounding.AwayFromZero);
        return $"Rp{rounded.ToString($"N{decimals}", numbers)} {scaleNames[scale]}";
    }

    /// <summary>Rupiah to the last digit: <c>Rp1.250.000.000</c>.</summary>
    internal string Rupiah(decimal rupiah) => $"Rp{Number(rupiah)}";

    internal string NameOf(Priority priority) => this == Indonesian ? priority.Name : priority.NameEnglish;

    /// <summary>What the pages call a member: <c>funding[1].amount</c> is the amount of what stands second there.</summary>
    internal string NameOf(string field)
    {
        var names = field.Split('.').Select(part => part.Split('[')[0]).ToList();
        var name = Find($"field.{string.Join('.', names)}") ?? Find($"field.{names[^1]}");
        return name is null ? field : $"{name}{OrdinalOf(field)}";
    }

    /// <summary>Of what stands in a list, its place: <c>domains[1]</c> is the second.</summary>
    private static string OrdinalOf(string field) =>
        field.EndsWith(']') && int.TryParse(field[(field.LastIndexOf('[') + 1)..^1], out var index)
            ? $" {index + 1}"
            : "";

    internal string Day(DateOnly day) => $"{day.Day} {months[day.Month - 1]} {day.Year}";

    /// <summary>In Western Indonesian Time.</summary>
    internal string Moment(DateTimeOffset moment)
    {
        var there = moment.ToOffset(JakartaTime.Offset);
        return $"{Day(JakartaTime.DayOf(moment))} {Time(TimeOnly.FromTimeSpan(there.TimeOfDay))}";
    }

    /// <summary>Western Indonesian Time.</summary>
    internal string Time(TimeOnly time) => $"{time.Hour:00}{timeSeparator}{time.Minute:00} WIB";

    private string Say(object? value) =>
        value switch
        {
            Sentence part => Say(part),
            Word { Set: "field" } field => NameOf(field.Text),
            Word word => Say(word),
            Enum choice => Say(new Word(choice.GetType().Name, $"{choice}")),
            IEnumerable several and not string => string.Join(", ", several.Cast<object?>().Select(Say)),
            DateOnly day => Day(day),
            TimeOnly time => Time(time),
            decimal number => Number(number),
            double number => Number((decimal)number),
            _ => string.Format(numbers, "{0}", value),
        };

    private string Say(Word word) =>
        (this == Indonesian ? Sentences.GetString($"{word.Set}: {word.Text}", CultureInfo.InvariantCulture) : null)
        ?? word.Text;

    private string Percent(decimal rate, string format) =>
        Math.Round(rate * 100, 1, MidpointRounding.AwayFromZero).ToString(format, numbers) + "%";

    private static Language? ByCode(string? code) =>
        code == Indonesian.Code ? Indonesian
        : code == English.Code ? English
        : null;
}
