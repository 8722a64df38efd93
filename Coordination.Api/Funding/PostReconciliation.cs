using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Funding;
using Microsoft.AspNetCore.Mvc;

namespace Coordination.Api.Funding;

/// <summary>
/// <c>POST /api/plans/{plan}/reconciliation</c>: compares a file from another system with what is known here. Stores nothing and knows no
/// other system: who has a file brings it.
/// </summary>
internal static class PostReconciliation
{
    internal const string Example = "document;source;amount\n914/12/DPA/2024;APBD-KABKOTA;120000000\n";

    internal const string Description =
        UploadedFile.Kinds
        + " with the columns document (number), source and amount, as another system "
        + "(SIPD, OM-SPAN …) exports them; no connection to such a system is made. Compared, by number and source, with the documents of "
        + "funding lines (`of=allocations`) or of payments (`of=realisations`), those of inactive programs and of givers included: `matched`, "
        + "`differing`, `missing-here`, `missing-there`, with what may explain it. Numbers are equal whatever their case and spaces. Nothing "
        + "is stored. `asOf`, `validAt`, `position` and the filters are those of the funding view.";

    private static readonly string[] Columns = ["document", "source", "amount"];

    internal static async Task<IResult> PostAsync(
        string plan,
        [FromQuery] string? of,
        [AsParameters] FundingQuery query,
        FundingReader reader,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        ReconciliationOf? what = of switch
        {
            null or "allocations" => ReconciliationOf.Allocations,
            "realisations" => ReconciliationOf.Realisations,
            _ => null,
        };
        if (what is null)
            return Problem.Malformed("of", $"'{of}' is neither allocations nor realisations.").ToResult();
        var (_, money, problem) = await reader.ReadAsync(plan, query, _ => false, cancellation);
        if (problem is not null)
            return problem.ToResult();
        (var there, problem) = await ReadAsync(http.Request, query.Filter, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var items = Reconciliation.Compare(there!, OwnEntries.Of(what.Value, money!.Programs, query.Filter));
        return Table.IsWanted(http)
            ? Table.Answer(http, items.Select(ReconciliationRow.Of))
            : Results.Json(ReconciliationView.Make(money, what.Value, items), CanonicalJson.Options);
    }

    private static async Task<(IReadOnlyCollection<OtherEntry>? Entries, Problem? Problem)> ReadAsync(
        HttpRequest request,
        FundingFilter filter,
        CancellationToken cancellation
    )
    {
        var (table, problem) = await UploadedTable.ReadAsync(request, new(Columns), cancellation);
        if (problem is not null)
            return (null, problem);
        var faults = table!.Faults.ToList();
        var entries = table.Rows.Select(row => Read(row, faults)).OfType<OtherEntry>().ToList();
        return faults.Count == 0
            ? (entries.FindAll(entry => filter.Source is null || filter.Source == entry.Source), null)
            : (null, RowFault.ToProblem(faults, "rows cannot be compared; nothing was."));
    }

    private static OtherEntry? Read(UploadedRow row, List<RowFault> faults)
    {
        var before = faults.Count;
        var document = Cell.Text(row, "document", faults);
        var source = Cell.Text(row, "source", faults);
        var amount = Cell.Amount(row, "amount", faults);
        if (source is not null && FundingSource.Find(source) is null)
            faults.Add(
                row.Fault("source-unknown", "source", $"'{UploadedTable.Shortened(source)}' is not a funding source.")
            );
        return faults.Count > before ? null : new(row.Number, document!, source!, amount!.Value);
    }
}
