using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary>What came of a file of payments, row by row.</summary>
/// <param name="DryRun">Whether this only says what would be.</param>
/// <param name="Recorded">Rows that are new payments.</param>
/// <param name="AlreadyRecorded">Rows that were recorded before.</param>
/// <param name="Refused">Rows that cannot be read or that a rule refuses.</param>
/// <param name="Position">The last event stored; none when nothing was.</param>
/// <param name="Rows">Each row's result.</param>
internal sealed record RealisationReport(
    bool DryRun,
    int Recorded,
    int AlreadyRecorded,
    int Refused,
    long? Position,
    IReadOnlyList<RealisationReportRow> Rows
)
{
    internal static RealisationReport Of(IReadOnlyList<RealisationOutcome> outcomes, RealisationFile file)
    {
        var cells = file.Table.Rows.ToDictionary(row => row.Number);
        var rows = outcomes
            .Select(outcome => RealisationReportRow.Of(outcome, cells[outcome.Row]))
            .Concat(file.Faults.GroupBy(fault => fault.Row).Select(RealisationReportRow.Of))
            .OrderBy(row => row.Row)
            .ToList();
        int Count(RealisationResult result) => rows.Count(row => row.Result == result);
        return new(
            DryRun: false,
            Count(RealisationResult.Recorded),
            Count(RealisationResult.AlreadyRecorded),
            Count(RealisationResult.Refused),
            Position: null,
            rows
        );
    }

    /// <summary>A file is recorded as a whole or not at all.</summary>
    internal Problem ToProblem() =>
        RowFault.ToProblem(
            [.. Rows.SelectMany(row => row.Errors)],
            $"of {Rows.Count} rows are refused and nothing was stored; with partial=true the others would be."
        );
}

/// <summary>A row's result.</summary>
/// <param name="Row">The row's line in the file; the header is 1.</param>
/// <param name="Program">The program's number.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Line">The line it was paid from.</param>
/// <param name="Number">The payment's number within the program.</param>
/// <param name="Errors">Everything that is wrong with it.</param>
internal sealed record RealisationReportRow(
    int Row,
    string? Program,
    RealisationResult Result,
    string? Line,
    int? Number,
    IReadOnlyList<RowFault> Errors
)
{
    internal static RealisationReportRow Of(RealisationOutcome outcome, UploadedRow row) =>
        new(
            outcome.Row,
            outcome.Program,
            outcome.Result,
            outcome.Line,
            outcome.Number,
            [
                .. outcome.Rejections.Select(rejection =>
                    row.Fault(rejection.Code, ColumnOf(rejection.Field), rejection.Detail)
                ),
            ]
        );

    internal static RealisationReportRow Of(IGrouping<int, RowFault> faults) =>
        new(faults.Key, null, RealisationResult.Refused, null, null, [.. faults]);

    private static string ColumnOf(string field) =>
        field switch
        {
            "document.kind" => "documentKind",
            "document.number" => "document",
            "document.date" => "documentDate",
            _ => field,
        };
}
