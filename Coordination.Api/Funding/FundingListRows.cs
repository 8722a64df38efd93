using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Api.Funding;

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
    string? TransferredFromProgram,
    string? TransferredFromLine,
    int Payments
)
{
    internal static IEnumerable<FundedLineRow> Of(FundingView view) =>
        view.Lines.Select(line => new FundedLineRow(
            line.Program,
            line.Title,
            line.Government,
            CodeNames.OfGovernment(line.Government),
            line.Priority,
            CodeNames.OfPriority(line.Priority),
            line.Status,
            line.Line,
            line.Source,
            CodeNames.OfSource(line.Source),
            line.Stage,
            line.Amount,
            line.Realised,
            line.Document?.Kind,
            line.Document?.Number,
            line.Document?.Date,
            line.TransferTo?.Program,
            line.TransferTo?.Line,
            line.ClosedBy,
            line.TransferredFrom?.Program,
            line.TransferredFrom?.Line,
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
            CodeNames.OfGovernment(request.Government),
            request.Priority,
            CodeNames.OfPriority(request.Priority),
            request.Request,
            request.Scheme,
            CodeNames.OfSource(request.Scheme),
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
            CodeNames.OfGovernment(alarm.Government),
            alarm.Priority,
            CodeNames.OfPriority(alarm.Priority),
            alarm.Line,
            alarm.Source,
            CodeNames.OfSource(alarm.Source),
            alarm.Amount,
            alarm.Detail
        ));
}
