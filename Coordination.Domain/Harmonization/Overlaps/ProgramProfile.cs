using System.Collections.Immutable;
using Coordination.Domain.Harmonization.Wording;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Overlaps;

/// <summary>One of the things a program is about.</summary>
/// <param name="Key">Stable number of the name, to compare by.</param>
/// <param name="Name">A concept, or the stem of a word that no concept claims.</param>
/// <param name="Weight">Its share; the squares of all add up to 1.</param>
internal readonly record struct Feature(long Key, string Name, double Weight);

/// <summary>
/// What overlaps are found by, made once for each state of a program. It depends on the program alone and on fixed, versioned lists.
/// </summary>
public sealed class ProgramProfile
{
    /// <summary>The profile of a program as it stands.</summary>
    public ProgramProfile(SpbeProgram program)
    {
        var details = program.Details;
        var government = Government.Find(program.Government)!;
        Program = program;
        Wording = ProgramWording.Of(details);
        Subject = Normalised(Wording.Subjects);
        Locations = Beneficiary.IsWholeProvince(details)
            ? [Government.All.First(row => Location.Contains(row.Code, government.Code)).Code]
            : [.. details.Locations];
        Area = Area.Of(Locations);
        Code = WorkCode.Of(details.SubActivity);
        Phase = Overlaps.Phase.Of(details);
        IsProvinceItself = Beneficiary.IsProvinceItself(government, details, Wording);
    }

    /// <summary>The program.</summary>
    public SpbeProgram Program { get; }

    internal ProgramWording Wording { get; }

    /// <summary>What it is about, by key.</summary>
    internal ImmutableArray<Feature> Subject { get; }

    /// <summary>The places it is looked up by.</summary>
    internal ImmutableArray<string> Locations { get; }

    internal Area Area { get; }

    internal WorkCode? Code { get; }

    internal int? Phase { get; }

    /// <summary>Whether it serves the province's own people or systems alone.</summary>
    internal bool IsProvinceItself { get; }

    private static ImmutableArray<Feature> Normalised(IReadOnlyDictionary<string, double> subjects)
    {
        var sorted = subjects
            .Select(subject => new Feature(KeyOf(subject.Key), subject.Key, subject.Value))
            .OrderBy(feature => feature.Key)
            .ToList();
        var length = Math.Sqrt(sorted.Sum(feature => feature.Weight * feature.Weight));
        return [.. sorted.Select(feature => feature with { Weight = feature.Weight / length })];
    }

    /// <summary>FNV-1a, 64 bits: the same number for the same name in every process.</summary>
    private static long KeyOf(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in name)
            hash = (hash ^ character) * 1099511628211UL;
        return (long)hash;
    }
}
