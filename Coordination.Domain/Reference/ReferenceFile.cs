using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Coordination.Domain.Reference;

/// <summary>Reads the versioned CSV files that this assembly carries; <c>sources.csv</c> says where each comes from.</summary>
internal static class ReferenceFile
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        // An empty cell of an optional column is "none", never an empty text.
        PrepareHeaderForMatch = header => header.Header.ToUpperInvariant(),
    };

    internal static IReadOnlyList<T> Read<T>(string name) => Read<T>(Open(name));

    internal static Stream Open(string name) =>
        typeof(ReferenceFile).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly carries no reference file '{name}'.");

    internal static IReadOnlyList<T> Read<T>(Stream stream)
    {
        using var csv = new CsvReader(new StreamReader(stream), Format);
        csv.Context.TypeConverterOptionsCache.GetOptions<string>().NullValues.Add("");
        return [.. csv.GetRecords<T>()];
    }
}

/// <summary>Where a reference file comes from: its version, its source, and the day it was read.</summary>
public sealed record ReferenceSource(string File, string Version, string Source, DateOnly ReadOn)
{
    /// <summary>One row for each reference file.</summary>
    public static IReadOnlyList<ReferenceSource> All { get; } = ReferenceFile.Read<ReferenceSource>("sources.csv");
}
