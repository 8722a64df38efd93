using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Programs;
using CsCheck;

namespace Coordination.Tests;

/// <summary>Programs that findings are told by: the example's texts, moved about.</summary>
internal static class SomePrograms
{
    private static readonly string[] Governments = ["19", "19.03", "19.05", "19.71"];

    private static readonly string[] Places =
    [
        "19",
        "19.03",
        "19.05",
        "19.05.01",
        "19.05.01.2006",
        "19.05.03",
        "19.71",
        "19.71.01",
        "19.03.08",
    ];

    private static readonly List<ProgramDetails> Texts =
    [
        .. ExamplePrograms.AtTheEnd.Values.Select(program => program.Details),
    ];

    /// <summary>The other program of the examples, of Kabupaten Bangka, with nothing but its details.</summary>
    internal static readonly SpbeProgram Other = new(Example.OtherId, Example.PlanId, "19.01", Example.Details);

    /// <summary>Plans of up to sixty programs, dense enough to overlap.</summary>
    internal static readonly Gen<List<SpbeProgram>> Any = Gen.Select(
            Gen.Int[0, 25],
            Gen.Int[0, Governments.Length - 1].Select(at => Governments[at]),
            Gen.Int[0, Places.Length - 1].Select(at => Places[at]).List[1, 3],
            Gen.Int[0, 300],
            Gen.Int[1, 200],
            Gen.Int[0, 40]
        )
        .List[2, 60]
        .Select(rows =>
            rows.Select((row, at) => Of(at, row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6)).ToList()
        );

    internal static SpbeProgram Of(int number, string government, ProgramDetails details) =>
        new($"{government}-2024-{number:D5}", Example.PlanId, government, details);

    internal static OverlapIndex Index(this IEnumerable<SpbeProgram> programs) =>
        OverlapIndex.Of(programs.Select(program => new ProgramProfile(program)));

    private static SpbeProgram Of(
        int number,
        int text,
        string government,
        List<string> places,
        int start,
        int days,
        int relation
    )
    {
        var first = new DateOnly(2024, 1, 1).AddDays(start);
        var details = Texts[text] with
        {
            Locations = [.. places],
            Schedule = new(first, first.AddDays(days)),
            EstimatedCost = 1_000_000 * (text + 1),
        };
        var program = Of(number, government, details);
        return relation >= number
            ? program
            : program with
            {
                Relations = [new((RelationKind)(relation % 3), $"{Governments[relation % 4]}-2024-{relation:D5}")],
            };
    }
}

internal static class ProgramChanges
{
    /// <summary>The same program with other details.</summary>
    internal static SpbeProgram With(this SpbeProgram program, Func<ProgramDetails, ProgramDetails> change) =>
        program with
        {
            Details = change(program.Details),
        };
}
