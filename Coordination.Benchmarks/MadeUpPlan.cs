using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Benchmarks;

/// <summary>
/// Plans of any size, the same in every run: the texts of the 216 programs that people wrote for the labels of the findings, each about a
/// system or an office of its own (of a third as many as there are programs), in the government's villages, districts or the whole of it,
/// at some time of the year.
/// </summary>
internal sealed class MadeUpPlan
{
    internal const string Id = "19-2024";
    private const int Programs = 3;

    private static readonly string[] Syllables =
    [
        "ba",
        "do",
        "gu",
        "ke",
        "li",
        "mo",
        "nu",
        "pra",
        "ri",
        "sa",
        "te",
        "wa",
    ];

    private static readonly List<Text> Texts =
    [
        .. ((string[])["paraphrases", "other-words", "unseen", "final"]).SelectMany(Read),
    ];

    private static readonly ILookup<string, string> Villages = Location
        .All.Where(location => location.Level is LocationLevel.Village or LocationLevel.UrbanVillage)
        .SelectMany(location =>
            Government
                .All.Where(government => Location.Contains(government.Code, location.Code))
                .Select(government => (government.Code, Village: location.Code))
        )
        .ToLookup(pair => pair.Code, pair => pair.Village, StringComparer.Ordinal);

    private readonly Random random = new(2024);

    /// <summary>Programs of one plan.</summary>
    internal static List<SpbeProgram> Of(int count)
    {
        var plan = new MadeUpPlan();
        return [.. Enumerable.Range(0, count).Select(number => plan.Next(number, count))];
    }

    private SpbeProgram Next(int number, int count)
    {
        var text = Texts[random.Next(Texts.Count)];
        var name = Name(random.Next(Math.Max(1, count / Programs)));
        var start = new DateOnly(2024, 1, 1).AddDays(random.Next(300));
        var end = start.AddDays(random.Next(30, 300));
        return new(
            $"{text.Government}-2024-{number:D6}",
            Id,
            text.Government,
            new()
            {
                Priority = text.Priority,
                Title = $"{text.Title} {name}",
                Description = $"{text.Description} {name}.",
                SubActivity = text.SubActivity?.Split(' ') is [var edition, var code] ? new(edition, code) : null,
                Locations = [.. Places(text.Government)],
                Output = new(text.Indicator, 1 + random.Next(100), "unit"),
                Schedule = new(start, end.Year > 2024 ? new(2024, 12, 31) : end),
                EstimatedCost = 1_000_000m * random.Next(10, 2_000),
                LeadAgency = text.LeadAgency,
            }
        );
    }

    /// <summary>Six in ten work in one to three villages, three in a district, one in the whole government.</summary>
    private IEnumerable<string> Places(string government)
    {
        var villages = Villages[government].ToList();
        string Village() => villages[random.Next(villages.Count)];
        return random.Next(10) switch
        {
            0 => [government],
            < 4 => [Village()[..8]],
            _ => Enumerable.Range(0, random.Next(1, 4)).Select(_ => Village()).Distinct(StringComparer.Ordinal),
        };
    }

    /// <summary>A name that no vocabulary knows, another for each number.</summary>
    private static string Name(int number)
    {
        var name = "Si";
        for (var rest = number + Syllables.Length; rest > 0; rest /= Syllables.Length)
            name += Syllables[rest % Syllables.Length];
        return name;
    }

    private static IReadOnlyList<Text> Read(string file) =>
        ReferenceFile.Read<Text>(typeof(MadeUpPlan).Assembly.GetManifestResourceStream($"{file}.csv")!);

    private sealed record Text(
        string Government,
        string Priority,
        string Title,
        string Description,
        string? SubActivity,
        string Indicator,
        string LeadAgency
    );
}
