namespace Coordination.Domain.Funding;

/// <summary>
/// The documents that one side alone has, by what may tie each to one of the other side: the same number under another source, a number
/// that differs in punctuation alone, the same amount.
/// </summary>
internal sealed class LoneDocuments
{
    private readonly ILookup<string, (DocumentKey Key, decimal Amount)> byNumber;
    private readonly ILookup<DocumentKey, (DocumentKey Key, decimal Amount)> byBareNumber;
    private readonly ILookup<(string Source, decimal Amount), (DocumentKey Key, decimal Amount)> byAmount;

    internal LoneDocuments(IReadOnlyCollection<(DocumentKey Key, decimal Amount)> lone)
    {
        byNumber = lone.ToLookup(one => one.Key.Number, StringComparer.Ordinal);
        byBareNumber = lone.ToLookup(one => one.Key with { Number = one.Key.Bare });
        byAmount = lone.Where(one => one.Amount != 0).ToLookup(one => (one.Key.Source, one.Amount));
    }

    /// <summary>What may explain that a document of the other side is not here, the likeliest first.</summary>
    internal IEnumerable<string> Explain(DocumentKey key, decimal amount) =>
        byNumber[key.Number]
            .Select(one => $"The other side has this document under {one.Key.Source}, with {Rupiah.Text(one.Amount)}.")
            .Concat(
                byBareNumber[key with { Number = key.Bare }]
                    .Select(one => $"The other side writes it '{one.Key.Number}', with {Rupiah.Text(one.Amount)}.")
            )
            .Concat(
                byAmount[(key.Source, amount)]
                    .Where(one => one.Key.Bare != key.Bare)
                    .Select(one => $"The other side has the same amount under '{one.Key.Number}'.")
            )
            .Take(3);
}
