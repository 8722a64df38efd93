using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary>A file of payments: rows that can be read, and what is wrong with the others.</summary>
internal sealed record RealisationFile(
    UploadedTable Table,
    IReadOnlyList<RealisationRow> Rows,
    IReadOnlyList<RowFault> Faults
)
{
    private static readonly string[] Required = ["program", "line", "amount", "date", "document"];
    private static readonly string[] Optional = ["documentKind", "documentDate"];

    /// <summary>What proves a payment, where the file does not say otherwise: an order to the treasury (surat perintah pencairan dana).</summary>
    private const string UsualDocument = "SP2D";

    internal const string Example =
        "program;line;amount;date;document\n19.05-2024-7KQ2M;1;30000000.50;2024-05-02;00317/SP2D/LS/2024\n";

    internal const string Description =
        UploadedFile.Kinds
        + " with the columns program, line, amount, date, document and, where "
        + "wanted, documentKind (SP2D unless given) and documentDate (the "
        + "payment's unless given). Amounts are plain decimals, days are written as 2024-05-02; what could be read in two ways is refused. "
        + "At most 5,000 rows and four megabytes. Each row keeps the rules of a single payment. All rows are recorded or none, unless "
        + "`partial=true`; `dryRun=true` says what would be. The same file again changes nothing, so `Idempotency-Key` is not needed and not looked at: the n-th equal row "
        + "is new only when fewer than n such payments are recorded, whatever corrections have made of them since.";

    internal static async Task<(RealisationFile? File, Problem? Problem)> ReadAsync(
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        var (table, problem) = await UploadedTable.ReadAsync(request, new(Required, Optional), cancellation);
        if (problem is not null)
            return (null, problem);
        var faults = table!.Faults.ToList();
        var rows = table.Rows.Select(row => Read(row, faults)).OfType<RealisationRow>().ToList();
        return (new(table, rows, faults), null);
    }

    private static RealisationRow? Read(UploadedRow row, List<RowFault> faults)
    {
        var before = faults.Count;
        var program = Cell.Text(row, "program", faults);
        var line = Cell.Text(row, "line", faults);
        var amount = Cell.Amount(row, "amount", faults);
        var date = Cell.Day(row, "date", faults);
        var documentDate = Cell.OptionalDay(row, "documentDate", faults);
        if (row["document"] is null && (row["documentKind"] ?? row["documentDate"]) is not null)
            faults.Add(row.Fault("missing", "document", $"'document' is empty, but its kind or date is not."));
        if (faults.Count > before)
            return null;
        var document = row["document"] is { } number
            ? new FundingDocument(row["documentKind"] ?? UsualDocument, number, documentDate ?? date!.Value)
            : null;
        return new(row.Number, program!, new(amount!.Value, date!.Value, line, Document: document));
    }
}
