using System.Globalization;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Funding;

/// <summary>
/// When an alarm sounds; it depends on the evaluation day. Alarms are about active programs, but for money that is given to one that
/// is not.
/// </summary>
internal static class FundingAlarms
{
    private const int MostDays = 30;
    private const decimal MostPoints = 20;

    internal static IEnumerable<FundingAlarm> Of(
        SpbeProgram program,
        IEnumerable<FundingTransfer> received,
        int year,
        DateOnly day
    ) =>
        [
            .. program.IsActive
                ? (IEnumerable<FundingAlarm>)
                    [
                        .. Unrealised(program, new(year, 9, 30), day),
                        .. Unanswered(program, day),
                        .. AheadOfProgress(program),
                    ]
                : [],
            .. TransferDiffers(program, received),
        ];

    /// <summary>Money given away is watched at the receiver; money allocated after the day is not late.</summary>
    private static IEnumerable<FundingAlarm> Unrealised(SpbeProgram program, DateOnly due, DateOnly day) =>
        from line in program.Funding
        where day >= due && line is { IsAllocated: true, Amount: > 0, TransferTo: null }
        where (line.Document?.Date ?? due) <= due && program.RealisedOn(line.Line) == 0
        select Alarm(
            FundingAlarmKind.Unrealised,
            program,
            line.Line,
            line.Source,
            line.Amount,
            $"Nothing of the {Rupiah.Text(line.Amount)} allocated on line {line.Line} ({line.Source}) was realised by {due:yyyy-MM-dd}, nor since."
        );

    private static IEnumerable<FundingAlarm> Unanswered(SpbeProgram program, DateOnly day) =>
        from request in program.ApbnRequests
        let days = WaitingRequest.DaysSince(request, day)
        where request.Status == ApbnRequestStatus.Undecided && days >= MostDays
        select Alarm(
            FundingAlarmKind.Unanswered,
            program,
            request.Request,
            request.Scheme,
            request.Amount,
            $"{request.Ministry} has not answered request {request.Request} for {Rupiah.Text(request.Amount)} of {request.Scheme} since "
                + $"{request.RequestedOn:yyyy-MM-dd}: {days} days."
        );

    /// <summary>By the program's own lines, those given away included.</summary>
    private static IEnumerable<FundingAlarm> AheadOfProgress(SpbeProgram program)
    {
        if (program.Funded == 0)
            yield break;
        var share = program.Realised * 100 / program.Funded;
        var points = share - program.ProgressPercent;
        if (points > MostPoints)
            yield return Alarm(
                FundingAlarmKind.AheadOfProgress,
                program,
                null,
                null,
                program.Realised,
                $"{Tenths(share):0.#} % of {Rupiah.Text(program.Funded)} is realised at a progress of {Tenths(program.ProgressPercent):0.#} %: "
                    + $"{Tenths(points):0.#} points ahead."
            );
    }

    private static IEnumerable<FundingAlarm> TransferDiffers(
        SpbeProgram program,
        IEnumerable<FundingTransfer> received
    ) =>
        from transfer in received
        where transfer.Difference is not (null or 0)
        select Alarm(
            FundingAlarmKind.TransferDiffers,
            program,
            transfer.Line,
            program.FindLine(transfer.Line)?.Source,
            Math.Abs(transfer.Difference!.Value),
            $"{transfer.From.Select(giver => giver.Program).ToList()} give {Rupiah.Text(transfer.Given)} to line {transfer.Line}, "
                + $"which has {Rupiah.Text(transfer.Received!.Value)} allocated."
        );

    private static FundingAlarm Alarm(
        FundingAlarmKind kind,
        SpbeProgram program,
        string? line,
        string? source,
        decimal amount,
        Sentence detail
    ) =>
        new(
            kind,
            program.Id,
            program.Details.Title,
            program.Government,
            program.Details.Priority,
            line,
            source,
            amount,
            detail
        );

    private static decimal Tenths(decimal percent) => decimal.Round(percent, 1, MidpointRounding.AwayFromZero);
}
