using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Funding;

/// <summary>
/// Where the money of a plan comes from and how far it has come: each figure once by government, by priority, by source, and by the
/// three together. Money in rupiah, rates 0–1 with six decimals.
/// </summary>
/// <param name="Plan">The plan.</param>
/// <param name="Position">The last event in the store that affects this plan.</param>
/// <param name="AsOf">The day in Jakarta whose knowledge this is.</param>
/// <param name="ValidAt">The day whose facts these are, when another is asked for; alarms and waits are those of that day.</param>
/// <param name="Totals">All that the filter shows.</param>
/// <param name="Governments">By government.</param>
/// <param name="Priorities">By priority.</param>
/// <param name="Sources">By source.</param>
/// <param name="Cells">By government, priority and source; cost and gap stand in the cell without a source.</param>
/// <param name="Requests">Requests for APBN support that wait for an answer, longest first.</param>
/// <param name="Transfers">Money that one program gives to another.</param>
/// <param name="Alarms">What a budget officer should look at.</param>
/// <param name="Lines">Every line with its documents and payments, inactive programs included.</param>
public sealed record FundingView(
    Plan Plan,
    long Position,
    DateOnly AsOf,
    DateOnly? ValidAt,
    FundingFigures Totals,
    IReadOnlyList<FundingGroup> Governments,
    IReadOnlyList<FundingGroup> Priorities,
    IReadOnlyList<FundingGroup> Sources,
    IReadOnlyList<FundingCell> Cells,
    IReadOnlyList<WaitingRequest> Requests,
    IReadOnlyList<FundingTransfer> Transfers,
    IReadOnlyList<FundingAlarm> Alarms,
    IReadOnlyList<FundedLine> Lines
);

/// <summary>
/// What is shown of some money. Sums are over active programs, but for <see cref="Programs"/> and <see cref="StageSums.Released"/>.
/// </summary>
/// <param name="Programs">All programs; none where money of one source is summed, which is not all of a program's.</param>
/// <param name="Active">Not deferred or cancelled.</param>
/// <param name="EstimatedCost">Σ estimated cost.</param>
/// <param name="FundingGap">Σ max(0, cost − allocated) per program; a program's own allocated keeps what it gives away.</param>
/// <param name="Consolidated">Money that one program gives to another counts once, at the receiver.</param>
/// <param name="Unconsolidated">It counts at both: what the programs' own documents add up to.</param>
/// <param name="Apbn">APBN support asked for, granted, realised, outside and through regional budgets; consolidated.</param>
/// <param name="Waiting">Requests without an answer.</param>
/// <param name="Absorption">Of the consolidated sums.</param>
public sealed record FundingFigures(
    int? Programs,
    int? Active,
    decimal? EstimatedCost,
    decimal? FundingGap,
    StageSums Consolidated,
    StageSums Unconsolidated,
    ApbnTotals Apbn,
    WaitingTotals Waiting,
    Absorption Absorption
)
{
    /// <summary>The figures of programs; of one source only where not all of their money is summed.</summary>
    internal static FundingFigures Of(FundingSums sums, bool ofOneSource) =>
        new(
            ofOneSource ? null : sums.Programs,
            ofOneSource ? null : sums.Active,
            ofOneSource ? null : sums.EstimatedCost,
            ofOneSource ? null : sums.FundingGap,
            sums.Consolidated,
            sums.Unconsolidated,
            new(
                sums.Requested,
                sums.OutsideApbd + sums.ThroughApbd,
                sums.ApbnRealised,
                sums.OutsideApbd,
                sums.ThroughApbd
            ),
            new(sums.WaitingRequests, sums.WaitingAmount),
            Absorption.Of(sums.Consolidated.Allocated, sums.Consolidated.Realised, sums.Forecast)
        );
}

/// <summary>Requests for APBN support that nobody has answered: how many, and rupiah asked for.</summary>
public sealed record WaitingTotals(int Requests, decimal Amount);

/// <summary>A government's, priority's or source's money, by its code.</summary>
public sealed record FundingGroup(string Code, string Name, FundingFigures Figures);

/// <summary>The money of a government and priority from one source; without a source, their programs, cost and gap.</summary>
public sealed record FundingCell(string Government, string Priority, string? Source, FundingFigures Figures);

/// <summary>A request that waits for an answer.</summary>
/// <param name="Program">Number of the program.</param>
/// <param name="Title">Its title.</param>
/// <param name="Government">Its government.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="Request">Id within the program.</param>
/// <param name="Scheme">Source asked for.</param>
/// <param name="Ministry">Who is asked.</param>
/// <param name="Amount">Whole rupiah asked for.</param>
/// <param name="RequestedOn">Day of the request.</param>
/// <param name="DaysWaiting">Days since then.</param>
public sealed record WaitingRequest(
    string Program,
    string Title,
    string Government,
    string Priority,
    string Request,
    string Scheme,
    string Ministry,
    decimal Amount,
    DateOnly RequestedOn,
    int DaysWaiting
);

/// <summary>A line with its documents and payments.</summary>
/// <param name="Program">Number of the program.</param>
/// <param name="Title">Its title.</param>
/// <param name="Government">Its government.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="Status">Where the program stands; lines of inactive ones count as released alone.</param>
/// <param name="Line">Id within the program.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Stage">Current stage.</param>
/// <param name="Amount">Whole rupiah at that stage.</param>
/// <param name="Realised">Rupiah realised.</param>
/// <param name="Document">What proves the line.</param>
/// <param name="TransferTo">The line of another program that receives it: consolidated sums omit it.</param>
/// <param name="ClosedBy">The request whose grant took its place: it counts nowhere.</param>
/// <param name="Payments">Its payments; those taken back, of amount 0, are left out.</param>
public sealed record FundedLine(
    string Program,
    string Title,
    string Government,
    string Priority,
    ProgramStatus Status,
    string Line,
    string Source,
    FundingStage Stage,
    decimal Amount,
    decimal Realised,
    FundingDocument? Document,
    TransferTarget? TransferTo,
    string? ClosedBy,
    IReadOnlyList<Realisation> Payments
);
