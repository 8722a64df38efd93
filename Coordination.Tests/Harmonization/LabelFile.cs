using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Coordination.Domain.Coverage;
using Coordination.Domain.Programs;
using CsvHelper;

namespace Coordination.Tests.Harmonization;

/// <summary>A pair of programs and what a person says of it.</summary>
public sealed record LabelledPair(string Ref1, string Ref2, string Label, string Reason)
{
    /// <summary>Overlap and duplicate are to be found; complementary ones are declared, all others are not.</summary>
    internal bool IsToBeFound => Label is "overlap" or "duplicate";

    /// <summary>One pair in three was kept aside while the rest was tuned on: which, the hash decided before any score was seen.</summary>
    internal bool IsAside => SHA256.HashData(Encoding.UTF8.GetBytes($"{Ref1}|{Ref2}"))[0] % 3 == 0;
}

/// <summary>A program or more of a plan, and the finding that a person expects.</summary>
public sealed record LabelledFinding(string Ref, string Kind, string Reason);

/// <summary>A program of a plan that was written for the labels alone.</summary>
public sealed record WrittenProgram(
    string Ref,
    string Government,
    string Priority,
    string Title,
    string? Description,
    string? SubActivity,
    string Locations,
    DateOnly Start,
    DateOnly End,
    string? Relation,
    string Indicator,
    string LeadAgency
)
{
    internal SpbeProgram Program =>
        new(
            Ref,
            Example.PlanId,
            Government,
            new()
            {
                Priority = Priority,
                Title = Title,
                Description = Description ?? "",
                SubActivity = SubActivity?.Split(' ') is [var edition, var code] ? new(edition, code) : null,
                Locations = [.. Locations.Split(';')],
                Output = new(Indicator, 1, "unit"),
                Schedule = new(Start, End),
                EstimatedCost = 100_000_000,
                LeadAgency = LeadAgency,
                Reference = Ref,
            }
        )
        {
            Relations = Relation?.Split(' ') is [var kind, var other] ? [new(KindOf(kind), other)] : [],
        };

    /// <summary>As the API writes it: <c>shares-cost</c>.</summary>
    private static RelationKind KindOf(string kind) =>
        Enum.Parse<RelationKind>(kind.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}

internal static class LabelFile
{
    internal static List<T> Read<T>(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Harmonization", "Labels", name);
        using var csv = new CsvReader(
            new StreamReader(path),
            new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture)
            {
                PrepareHeaderForMatch = header =>
                    header.Header.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant(),
            }
        );
        csv.Context.TypeConverterOptionsCache.GetOptions<CoverageStatus>().EnumIgnoreCase = true;
        csv.Context.TypeConverterOptionsCache.GetOptions<CoverageUnit>().EnumIgnoreCase = true;
        csv.Context.TypeConverterOptionsCache.GetOptions<string>().NullValues.Add("");
        return [.. csv.GetRecords<T>()];
    }

    /// <summary>The programs of a set by <c>ref</c>.</summary>
    internal static IReadOnlyDictionary<string, SpbeProgram> Programs(string set) =>
        set == "example"
            ? ExamplePrograms.AtTheEnd
            : Read<WrittenProgram>($"{set}.csv").ToImmutableDictionary(row => row.Ref, row => row.Program);
}
