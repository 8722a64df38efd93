namespace Coordination.Domain.Funding;

/// <summary>A document's number, the same whatever its case and spaces, and the source of its money.</summary>
internal readonly record struct DocumentKey(string Number, string Source)
{
    internal static DocumentKey Of(string number, string source) =>
        new(string.Concat(number.Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant(), source);

    /// <summary>Letters and digits alone: 914/12 and 914.12 may be one document.</summary>
    internal string Bare => string.Concat(Number.Where(char.IsLetterOrDigit));
}
