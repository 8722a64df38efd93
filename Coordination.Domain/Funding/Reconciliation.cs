namespace Coordination.Domain.Funding;

/// <summary>
/// Compares what another system says of documents with what this one does. A document may cover many lines and rows, so sums are
/// compared, by number and source. What does not match comes with what may explain it.
/// </summary>
public static class Reconciliation
{
    private const int MostRemarks = 5;

    /// <summary>Every document of either side, what does not match first.</summary>
    public static IReadOnlyList<ReconciliationItem> Compare(
        IReadOnlyCollection<OtherEntry> there,
        IReadOnlyCollection<OwnEntry> here
    )
    {
        var others = there.ToLookup(entry => DocumentKey.Of(entry.Document, entry.Source));
        var own = here.Where(entry => entry.Document is not null)
            .ToLookup(entry => DocumentKey.Of(entry.Document!, entry.Source));
        var loneThere = new LoneDocuments([
            .. others.Where(one => !own.Contains(one.Key)).Select(one => (one.Key, one.Sum(entry => entry.Amount))),
        ]);
        var loneHere = new LoneDocuments([
            .. own.Where(one => !others.Contains(one.Key)).Select(one => (one.Key, one.Sum(entry => entry.Amount))),
        ]);
        return
        [
            .. others
                .Select(one => one.Key)
                .Union(own.Select(one => one.Key))
                .Select(key => Of(key, [.. others[key]], [.. own[key]], loneThere, loneHere))
                .Concat(here.Where(entry => entry.Document is null).Select(WithoutDocument))
                .Where(item => item.There is not null || item.Here != 0)
                .OrderBy(item => item.Result)
                .ThenBy(item => item.Document, StringComparer.Ordinal)
                .ThenBy(item => item.Source, StringComparer.Ordinal),
        ];
    }

    private static ReconciliationItem Of(
        DocumentKey key,
        IReadOnlyList<OtherEntry> there,
        IReadOnlyList<OwnEntry> here,
        LoneDocuments loneThere,
        LoneDocuments loneHere
    )
    {
        var (sumThere, sumHere) = (there.Sum(entry => entry.Amount), here.Sum(entry => entry.Amount));
        var (result, reasons) = (there.Count, here.Count) switch
        {
            (0, _) => (
                ReconciliationResult.MissingThere,
                loneThere.Explain(key, sumHere).Prepend("The file has no row of this document and source.")
            ),
            (_, 0) => (
                ReconciliationResult.MissingHere,
                loneHere.Explain(key, sumThere).Prepend("Nothing here bears this document and source.")
            ),
            _ when sumThere == sumHere => (ReconciliationResult.Matched, []),
            _ => (
                ReconciliationResult.Differing,
                [
                    $"The other system has {Rupiah.Text(Math.Abs(sumThere - sumHere))} "
                        + (sumThere > sumHere ? "more than this one." : "less than this one."),
                ]
            ),
        };
        return new(
            result,
            there.Count > 0 ? there[0].Document : here[0].Document,
            key.Source,
            here.Count == 0 ? null : sumHere,
            there.Count == 0 ? null : sumThere,
            sumThere - sumHere,
            [.. there.Select(entry => entry.Row)],
            here,
            [.. reasons, .. result == ReconciliationResult.Matched ? [] : Remarks(there, here)]
        );
    }

    private static IEnumerable<string> Remarks(IReadOnlyList<OtherEntry> there, IReadOnlyList<OwnEntry> here)
    {
        if (there.Count > 1)
            yield return $"{there.Count} rows of the file are summed.";
        if (here.Count > 1)
            yield return $"{here.Count} amounts here are summed.";
        foreach (var entry in here.Where(entry => entry.Remark is not null).Take(MostRemarks))
            yield return $"Line {entry.Line} of {entry.Program} {entry.Remark}.";
    }

    private static ReconciliationItem WithoutDocument(OwnEntry entry) =>
        new(
            ReconciliationResult.MissingThere,
            null,
            entry.Source,
            entry.Amount,
            null,
            -entry.Amount,
            [],
            [entry],
            [$"Line {entry.Line} of {entry.Program} has no document here, so that nothing can be compared."]
        );
}
