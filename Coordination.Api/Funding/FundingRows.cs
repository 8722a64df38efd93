using Coordination.Domain.Funding;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Api.Funding;

/// <summary>A cell of the funding view as a row of a table. Its columns sum to the totals: no figure stands in two rows.</summary>
internal sealed record FundingCellRow(
    string Plan,
    long Position,
    DateOnly AsOf,
    DateOnly? ValidAt,
    string Government,
    string? GovernmentName,
    string Priority,
    string? PriorityName,
    string? Source,
    string? SourceName,
    FundingChannel? Channel,
    int? Programs,
    int? Active,
    decimal? EstimatedCost,
    decimal? FundingGap,
    decimal Asked,
    decimal Granted,
    int WaitingRequests,
    decimal WaitingAmount,
    decimal Proposed,
    decimal Indicative,
    decimal Ceiling,
    decimal Allocated,
    decimal Realised,
    decimal Released,
    decimal AllocatedUnconsolidated,
    decimal RealisedUnconsolidated,
    decimal Forecast
)
{
    internal static IEnumerable<FundingCellRow> Of(FundingView view) =>
        from cell in view.Cells
        let source = FundingSource.Find(cell.Source ?? "")
        let figures = cell.Figures
        select new FundingCellRow(
            view.Plan.Id,
            view.Position,
            view.AsOf,
            view.ValidAt,
            cell.Government,
            Names.OfGovernment(cell.Government),
            cell.Priority,
            Names.OfPriority(cell.Priority),
            cell.Source,
            source?.Name,
            source?.Channel,
            figures.Programs,
            figures.Active,
            figures.EstimatedCost,
            figures.FundingGap,
            figures.Apbn.Requested,
            figures.Apbn.Granted,
            figures.Waiting.Requests,
            figures.Waiting.Amount,
            figures.Consolidated.Proposed,
            figures.Consolidated.Indicative,
            figures.Consolidated.Ceiling,
            figures.Consolidated.Allocated,
            figures.Consolidated.Realised,
            figures.Consolidated.Released,
            figures.Unconsolidated.Allocated,
            figures.Unconsolidated.Realised,
            figures.Absorption.Forecast
        );
}

/// <summary>A line as a row of a table.</summary>
internal sealed record FundedLineRow(
    string Program,
    string Title,
    string Government,
    string? GovernmentName,
    string Priority,
    string? PriorityName,
    ProgramStatus Status,
    string Line,
    string Source,
    string? SourceName,
    FundingStage Stage,
    decimal Amount,
    decimal Realised,
    string? DocumentKind,
    string? DocumentNumber,
    DateOnly? DocumentDate,
    string? TransferToProgram,
    string? TransferToLine,
    string? ClosedBy,
    int Payments
)
{
    internal static IEnumerable<FundedLineRow> Of(FundingView view) =>
        view.Lines.Select(line => new FundedLineRow(
            line.Program,
            line.Title,
            line.Government,
            Names.OfGovernment(line.Government),
            line.Priority,
            Names.OfPriority(line.Priority),
            line.Status,
            line.Line,
            line.Source,
            Names.OfSource(line.Source),
            line.Stage,
            line.Amount,
            line.Realised,
            line.Document?.Kind,
            line.Document?.Number,
            line.Document?.Date,
            line.TransferTo?.Program,
            line.TransferTo?.Line,
            line.ClosedBy,
            line.Payments.Count
        ));
}

/// <summary>A request that waits as a row of a table.</summary>
internal sealed record WaitingRequestRow(
    string Program,
    string Title,
    string Government,
    string? GovernmentName,
    string Priority,
    string? PriorityName,
    string Request,
    string Scheme,
    string? SchemeName,
    string Ministry,
    decimal Amount,
    DateOnly RequestedOn,
    int DaysWaiting
)
{
    internal static IEnumerable<WaitingRequestRow> Of(FundingView view) =>
        view.Requests.Select(request => new WaitingRequestRow(
            request.Program,
            request.Title,
            request.Government,
            Names.OfGovernment(request.Government),
            request.Priority,
            Names.OfPriority(request.Priority),
            request.Request,
            request.Scheme,
            Names.OfSource(request.Scheme),
            request.Ministry,
            request.Amount,
            request.RequestedOn,
            request.DaysWaiting
        ));
}

/// <summary>An alarm as a row of a table.</summary>
internal sealed record FundingAlarmRow(
    FundingAlarmKind Kind,
    string Program,
    string Title,
    string Government,
    string? GovernmentName,
    string Priority,
    string? PriorityName,
    string? Line,
    string? Source,
    string? SourceName,
    decimal Amount,
    string Detail
)
{
    internal static IEnumerable<FundingAlarmRow> Of(FundingView view) =>
        view.Alarms.Select(alarm => new FundingAlarmRow(
            alarm.Kind,
            alarm.Program,
            alarm.Title,
            alarm.Government,
            Names.OfGovernment(alarm.Government),
            alarm.Priority,
            Names.OfPriority(alarm.Priority),
            alarm.Line,
            alarm.Source,
            Names.OfSource(alarm.Source),
            alarm.Amount,
            alarm.Detail
        ));
}

/// <summary>The names that stand beside codes.</summary>
file static class Names
{
    internal static string? OfGovernment(string code) => Government.Find(code)?.Name;

    internal static string? OfPriority(string code) => Priority.Find(code)?.Name;

    internal static string? OfSource(string? code) => FundingSource.Find(code ?? "")?.Name;
}
