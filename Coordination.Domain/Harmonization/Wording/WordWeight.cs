using Coordination.Domain.Reference;
using Lucene.Net.Analysis.Id;

namespace Coordination.Domain.Harmonization.Wording;

/// <summary>A row of <c>word-weights.csv</c>: what a common word counts; a word that is not listed is a rare one.</summary>
internal sealed record WordWeight(string Word, double Weight)
{
    internal static IReadOnlyList<WordWeight> All { get; } = ReferenceFile.Read<WordWeight>("word-weights.csv");
}

/// <summary>What a word that no concept claims counts. It comes from fixed lists, never from the programs compared.</summary>
internal static class WordWeights
{
    internal const double OfRareWord = 0.8;

    private static readonly Dictionary<string, double> ByStem = WordWeight
        .All.GroupBy(row => Stems.Of(row.Word), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Min(row => row.Weight), StringComparer.Ordinal);

    private static readonly HashSet<string> StopWords =
    [
        .. IndonesianAnalyzer.DefaultStopSet.Select(word => word.ToString()!),
    ];

    internal static double Of(Word word) =>
        ByStem.TryGetValue(word.Stem, out var weight) ? weight
        : word.Surface.Length < 3 || word.Surface.Any(char.IsDigit) || StopWords.Contains(word.Surface) ? 0
        : OfRareWord;
}
