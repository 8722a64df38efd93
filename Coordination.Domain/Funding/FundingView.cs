using Coordination.Domain.Plans;

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

/// <summary>A government's, priority's or source's money, by its code.</summary>
public sealed record FundingGroup(string Code, string Name, FundingFigures Figures);

/// <summary>The money of a government and priority from one source; without a source, their programs, cost and gap.</summary>
public sealed record FundingCell(string Government, string Priority, string? Source, FundingFigures Figures);
