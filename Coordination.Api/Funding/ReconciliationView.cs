using Coordination.Domain.Funding;

namespace Coordination.Api.Funding;

/// <summary>Both sides compared, document by document.</summary>
internal sealed record ReconciliationView(
    string Plan,
    long Position,
    DateOnly AsOf,
    DateOnly? ValidAt,
    ReconciliationOf Of,
    ReconciliationCounts Counts,
    IReadOnlyList<ReconciliationItem> Items
)
{
    internal static ReconciliationView Make(
        PlanMoney money,
        ReconciliationOf what,
        IReadOnlyList<ReconciliationItem> items
    )
    {
        int Count(ReconciliationResult result) => items.Count(item => item.Result == result);
        return new(
            money.Plan.Id,
            money.Position,
            money.AsOf,
            money.ValidAt,
            what,
            new(
                Count(ReconciliationResult.Matched),
                Count(ReconciliationResult.Differing),
                Count(ReconciliationResult.MissingHere),
                Count(ReconciliationResult.MissingThere)
            ),
            items
        );
    }
}

/// <summary>How many documents compare how.</summary>
internal sealed record ReconciliationCounts(int Matched, int Differing, int MissingHere, int MissingThere);

/// <summary>A compared document as a row of a table.</summary>
internal sealed record ReconciliationRow(
    ReconciliationResult Result,
    string? Document,
    string Source,
    string? SourceName,
    decimal? Here,
    decimal? There,
    decimal Difference,
    string Rows,
    string Lines,
    string Reasons
)
{
    internal static ReconciliationRow Of(ReconciliationItem item) =>
        new(
            item.Result,
            item.Document,
            item.Source,
            CodeNames.OfSource(item.Source),
            item.Here,
            item.There,
            item.Difference,
            string.Join("; ", item.Rows),
            string.Join("; ", item.Entries.Select(entry => $"{entry.Program} {entry.Line}")),
            string.Join(' ', item.Reasons)
        );
}
