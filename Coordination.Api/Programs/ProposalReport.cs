using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary>What came of a file of proposals, row by row.</summary>
/// <param name="DryRun">Whether this only says what would be.</param>
/// <param name="Planned">Rows that are new programs.</param>
/// <param name="Revised">Rows whose programs are now of other details.</param>
/// <param name="Unchanged">Rows whose programs are of just these details.</param>
/// <param name="Rejected">Rows that cannot be read, that a rule refuses, or that the account may not send.</param>
/// <param name="Position">The last event stored; none when nothing was.</param>
/// <param name="Rows">Each row's result.</param>
internal sealed record ProposalReport(
    bool DryRun,
    int Planned,
    int Revised,
    int Unchanged,
    int Rejected,
    long? Position,
    IReadOnlyList<ProposalReportRow> Rows
)
{
    internal static ProposalReport Of(
        IReadOnlyList<ProposalOutcome> outcomes,
        ProposalFile file,
        IReadOnlyList<RowFault> faults
    )
    {
        var cells = file.Table.Rows.ToDictionary(row => row.Number);
        var rows = outcomes
            .Select(outcome => ProposalReportRow.Of(outcome, cells[outcome.Row]))
            .Concat(
                faults
                    .GroupBy(fault => fault.Row)
                    .Select(fault => ProposalReportRow.Of(fault, cells.GetValueOrDefault(fault.Key)))
            )
            .OrderBy(row => row.Row)
            .ToList();
        int Count(ProposalResult result) => rows.Count(row => row.Result == result);
        return new(
            DryRun: false,
            Count(ProposalResult.Planned),
            Count(ProposalResult.Revised),
            Count(ProposalResult.Unchanged),
            Count(ProposalResult.Rejected),
            Position: null,
            rows
        );
    }

    /// <summary>A file is carried out as a whole or not at all; what the account may not comes before what a rule refuses.</summary>
    internal Problem ToProblem()
    {
        var problem = RowFault.ToProblem(
            [.. Rows.SelectMany(row => row.Errors)],
            $"of {Rows.Count} rows are refused and nothing was stored; with partial=true the others would be."
        );
        return Rows.Any(row => row.Errors.Any(error => error.Code == ProposalImport.NotAllowed))
            ? problem with
            {
                Status = StatusCodes.Status403Forbidden,
            }
            : problem;
    }
}

/// <summary>A row's result.</summary>
/// <param name="Row">The row's line in the file; the header is 1.</param>
/// <param name="Government">The government, as the file has it.</param>
/// <param name="Reference">The planner's reference.</param>
/// <param name="Title">The title, as the file has it.</param>
/// <param name="Program">The program's number; none when it is refused and not known, and none yet of a dry run's new ones.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Errors">Everything that is wrong with it.</param>
/// <param name="Warnings">What the planner should know of an accepted row.</param>
internal sealed record ProposalReportRow(
    int Row,
    string? Government,
    string? Reference,
    string? Title,
    string? Program,
    ProposalResult Result,
    IReadOnlyList<RowFault> Errors,
    IReadOnlyList<Warning> Warnings
)
{
    internal static ProposalReportRow Of(ProposalOutcome outcome, UploadedRow row) =>
        Of(row, outcome.Program, outcome.Result) with
        {
            Errors =
            [
                .. outcome.Rejections.Select(rejection =>
                    row.Fault(rejection.Code, ProposalColumns.Of(rejection.Field), rejection.Detail)
                ),
            ],
            Warnings = outcome.Warnings,
        };

    internal static ProposalReportRow Of(IGrouping<int, RowFault> faults, UploadedRow? row) =>
        (
            row is null
                ? new(faults.Key, null, null, null, null, ProposalResult.Rejected, [], [])
                : Of(row, null, ProposalResult.Rejected)
        ) with
        {
            Errors = [.. faults],
        };

    private static ProposalReportRow Of(UploadedRow row, string? program, ProposalResult result) =>
        new(
            row.Number,
            Shown(row, "government"),
            Shown(row, "reference"),
            Shown(row, "title"),
            program,
            result,
            [],
            []
        );

    private static string? Shown(UploadedRow row, string column) =>
        row[column] is { } text ? UploadedTable.Shortened(text) : null;
}
