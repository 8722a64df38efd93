using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Tests;

/// <summary>
/// What held of a program on a day, found the slow way: for every line, payment and request all its facts are searched anew. Knows
/// events alone, nothing of the Domain's folds.
/// </summary>
internal sealed class ValidTimeOracle(IReadOnlyList<DatedEvent> history, DateOnly day)
{
    private sealed record Fact(
        string Line,
        DateOnly From,
        string Source,
        FundingStage Stage,
        decimal Amount,
        string? Number,
        TransferTarget? TransferTo,
        string? ClosedBy
    );

    internal sealed record Payment(int Number, string Line, decimal Amount, DateOnly Date);

    internal IEnumerable<string> Lines =>
        FactsUpTo(history.Count)
            .Select(fact => fact.Line)
            .Distinct()
            .Select(line => (Line: line, Fact: HeldBy(line)))
            .Where(entry => entry.Fact is not null || Payments.Any(paid => paid.Line == entry.Line))
            .Select(entry => Describe(entry.Fact ?? LastKnown(entry.Line, history.Count) with { Amount = 0 }));

    /// <summary>Each payment as it was recorded last, if that was made by the day.</summary>
    internal IEnumerable<Payment> Payments =>
        history
            .Select(dated => dated.Event)
            .OfType<FundsRealised>()
            .Select(paid =>
            {
                var corrected = history
                    .Select(dated => dated.Event)
                    .OfType<RealisationCorrected>()
                    .LastOrDefault(correction => correction.Number == paid.Number);
                return new Payment(
                    paid.Number,
                    paid.Line,
                    corrected?.Amount ?? paid.Amount,
                    corrected?.Date ?? paid.Date
                );
            })
            .Where(paid => paid.Date <= day);

    internal IEnumerable<string> Requests =>
        history
            .Select(dated => dated.Event)
            .OfType<ApbnSupportRequested>()
            .Where(asked => asked.RequestedOn <= day)
            .Select(asked => $"{asked.Request} {asked.Amount} {Answer(asked.Request)}");

    internal bool IsCompleted =>
        history.LastOrDefault(dated =>
            dated is { Event: ProgramCompleted e } && e.Date <= day
            || dated.Event is CompletionReopened && dated.RecordedOn <= day
        )
            is { Event: ProgramCompleted };

    internal bool IsActive =>
        history.LastOrDefault(dated =>
            dated.Event is ProgramDeferred or ProgramResumed or ProgramCancelled or ProgramMerged
            && dated.RecordedOn <= day
        )
            is null
                or { Event: ProgramResumed };

    internal static string Describe(FundingLine line) =>
        $"{line.Line} {line.Source} {line.Stage} {line.Amount} {line.Document?.Number} {line.TransferTo} {line.ClosedBy}";

    private static string Describe(Fact fact) =>
        $"{fact.Line} {fact.Source} {fact.Stage} {fact.Amount} {fact.Number} {fact.TransferTo} {fact.ClosedBy}";

    private string Answer(string request)
    {
        foreach (var (next, _) in history)
        {
            var answer = next switch
            {
                ApbnSupportGranted e when e.Request == request && e.DecidedOn <= day => ApbnRequestStatus.Granted,
                ApbnSupportRejected e when e.Request == request && e.DecidedOn <= day => ApbnRequestStatus.Rejected,
                ApbnSupportWithdrawn e when e.Request == request && e.DecidedOn <= day => ApbnRequestStatus.Withdrawn,
                _ => ApbnRequestStatus.Undecided,
            };
            if (answer != ApbnRequestStatus.Undecided)
                return answer.ToString();
        }
        return nameof(ApbnRequestStatus.Undecided);
    }

    private Fact? HeldBy(string line) =>
        FactsUpTo(history.Count).LastOrDefault(fact => fact.Line == line && fact.From <= day);

    private Fact LastKnown(string line, int before) => FactsUpTo(before).Last(fact => fact.Line == line);

    private IEnumerable<Fact> FactsUpTo(int count)
    {
        for (var index = 0; index < count; index++)
            switch (history[index])
            {
                case { Event: ProgramBudgeted e, RecordedOn: var recordedOn }:
                    yield return new(
                        e.Line,
                        e.Document is null ? recordedOn : e.Document.Date,
                        e.Source,
                        e.Stage,
                        e.Amount,
                        e.Document?.Number,
                        e.TransferTo,
                        null
                    );
                    break;
                case { Event: FundingCorrected e }:
                    yield return LastKnown(e.Line, index) with
                    {
                        From = e.ValidFrom,
                        Stage = e.Stage,
                        Amount = e.Amount,
                        Number = e.Document.Number,
                    };
                    break;
                case { Event: ProgramMerged e, RecordedOn: var recordedOn }:
                    foreach (var moved in e.Lines)
                        yield return LastKnown(moved.Line, index) with
                        {
                            From = recordedOn,
                            Amount = moved.Kept,
                        };
                    break;
                case { Event: MergedProgramReceived e, RecordedOn: var recordedOn }:
                    foreach (var line in e.Lines)
                        yield return new(
                            line.Line,
                            recordedOn,
                            line.Source,
                            line.Stage,
                            line.Amount,
                            line.Document?.Number,
                            line.TransferTo,
                            null
                        );
                    break;
                case { Event: ApbnSupportGranted e }:
                    if (e.ClosesLine is { } closed)
                        yield return LastKnown(closed, index) with
                        {
                            From = e.DecidedOn,
                            ClosedBy = e.Request,
                        };
                    var scheme = history
                        .Select(dated => dated.Event)
                        .OfType<ApbnSupportRequested>()
                        .First(asked => asked.Request == e.Request)
                        .Scheme;
                    yield return new(
                        e.Request,
                        e.DecidedOn,
                        scheme,
                        FundingStage.Allocated,
                        e.Amount,
                        e.Document.Number,
                        null,
                        null
                    );
                    break;
            }
    }
}
