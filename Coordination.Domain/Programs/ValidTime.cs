using Coordination.Domain.Funding;

namespace Coordination.Domain.Programs;

/// <summary>An event and the day in Jakarta (WIB) on which it was recorded.</summary>
public sealed record DatedEvent(IProgramEvent Event, DateOnly RecordedOn);

/// <summary>
/// What held of a program on a day, by all that is known now, whenever it was recorded. A line that was set holds from its document's
/// date, without one from the day of recording; a grant from <c>decidedOn</c>; a correction of a line from <c>validFrom</c>; among
/// what holds on a day, the last recorded. A payment is what its last correction says and holds from its date; a request from
/// <c>requestedOn</c>, its answer from <c>decidedOn</c>; a report from its day and a completion from its date; reopening, deferral,
/// resumption, cancellation and merging, with the lines that a merge moves, from the day of recording. What the program is (details, government) is as known.
/// </summary>
public static class ValidTime
{
    /// <summary>The program as it was on a day, its payments only those made by then; none without events.</summary>
    public static SpbeProgram? On(DateOnly day, string id, IEnumerable<DatedEvent> history)
    {
        SpbeProgram? known = null;
        var lines = new Dictionary<string, FundingLine>(StringComparer.Ordinal);
        Completion? completion = null;
        (Deferral? Deferral, string? Cancellation, Merger? Merger) end = default;
        foreach (var (next, recordedOn) in history)
        {
            known = ProgramFold.Evolve(known, id, next);
            if (ValidFrom(next, recordedOn) > day)
                continue;
            foreach (var line in LinesOf(next))
                lines[line] = known.FindLine(line)!;
            if (next is ProgramCompleted or CompletionReopened)
                completion = known.Completion;
            if (next is ProgramDeferred or ProgramResumed or ProgramCancelled or ProgramMerged)
                end = (known.Deferral, known.CancellationReason, known.Merger);
        }
        return known is null
            ? null
            : AsOf(day, known, lines) with
            {
                Completion = completion,
                Deferral = end.Deferral,
                CancellationReason = end.Cancellation,
                Merger = end.Merger,
            };
    }

    private static DateOnly ValidFrom(IProgramEvent next, DateOnly recordedOn) =>
        next switch
        {
            ProgramBudgeted e => e.Document?.Date ?? recordedOn,
            FundingCorrected e => e.ValidFrom,
            ApbnSupportGranted e => e.DecidedOn,
            ProgramCompleted e => e.Date,
            _ => recordedOn,
        };

    private static IEnumerable<string> LinesOf(IProgramEvent next) =>
        next switch
        {
            ProgramBudgeted e => [e.Line],
            FundingCorrected e => [e.Line],
            ApbnSupportGranted e => e.ClosesLine is { } closed ? [closed, e.Request] : [e.Request],
            ProgramMerged e => e.Lines.Select(line => line.Line),
            MergedProgramReceived e => e.Lines.Select(line => line.Line),
            _ => [],
        };

    /// <summary>A payment that was made before its line held is not lost: its line is shown, with nothing on it.</summary>
    private static SpbeProgram AsOf(DateOnly day, SpbeProgram known, Dictionary<string, FundingLine> lines)
    {
        var paid = known.Realisations.FindAll(payment => payment.Date <= day);
        return known with
        {
            Funding =
            [
                .. from line in known.Funding
                let valid = lines.GetValueOrDefault(line.Line)
                where valid is not null || paid.Exists(payment => payment.Line == line.Line)
                select valid ?? line with { Amount = 0 },
            ],
            Realisations = paid,
            ApbnRequests =
            [
                .. known
                    .ApbnRequests.Where(request => request.RequestedOn <= day)
                    .Select(request => request.DecidedOn > day ? Undecided(request) : request),
            ],
            Progress = known.Progress.FindAll(report => report.AsOf <= day),
        };
    }

    private static ApbnRequest Undecided(ApbnRequest r) =>
        new(r.Request, r.Scheme, r.Ministry, r.Amount, r.RequestedOn);
}
