using Coordination.Domain.Programs;

namespace Coordination.Domain.Funding;

/// <summary>What programs, lines and requests add up to: every figure of the funding view is a sum of these.</summary>
internal readonly record struct FundingSums
{
    internal int Programs { get; init; }
    internal int Active { get; init; }
    internal decimal EstimatedCost { get; init; }
    internal decimal FundingGap { get; init; }
    internal StageSums Consolidated { get; init; }
    internal StageSums Unconsolidated { get; init; }
    internal decimal Forecast { get; init; }
    internal decimal Requested { get; init; }
    internal decimal ApbnRealised { get; init; }
    internal decimal OutsideApbd { get; init; }
    internal decimal ThroughApbd { get; init; }
    internal int WaitingRequests { get; init; }
    internal decimal WaitingAmount { get; init; }

    /// <summary>A program apart from its money: its cost and gap belong to no source.</summary>
    internal static FundingSums Of(SpbeProgram program) =>
        program.IsActive
            ? new()
            {
                Programs = 1,
                Active = 1,
                EstimatedCost = program.Details.EstimatedCost,
                FundingGap = program.FundingGap,
            }
            : new() { Programs = 1 };

    /// <summary>A line. Consolidated sums drop the amount of a giver: it counts at the receiver.</summary>
    internal static FundingSums Of(SpbeProgram program, FundingLine line, int year, DateOnly day)
    {
        var all = StageSums.Of(program, line);
        if (line.TransferTo is not null)
            return new() { Unconsolidated = all };
        var source = FundingSource.Find(line.Source);
        return new()
        {
            Consolidated = all,
            Unconsolidated = all,
            Forecast = Absorption.ForecastOf(program, line, year, day),
            ApbnRealised = source is { IsApbnSupport: true } ? all.Realised : 0,
            OutsideApbd = source?.Channel == FundingChannel.OutsideApbd ? all.Allocated : 0,
            ThroughApbd = source?.Channel == FundingChannel.ThroughApbd ? all.Allocated : 0,
        };
    }

    /// <summary>A request for central money; withdrawn ones, and those of inactive programs, ask for nothing.</summary>
    internal static FundingSums Of(SpbeProgram program, ApbnRequest request)
    {
        if (!program.IsActive || request.Status == ApbnRequestStatus.Withdrawn)
            return default;
        var isWaiting = request.Status == ApbnRequestStatus.Undecided;
        return new()
        {
            Requested = request.Amount,
            WaitingRequests = isWaiting ? 1 : 0,
            WaitingAmount = isWaiting ? request.Amount : 0,
        };
    }

    public static FundingSums operator +(FundingSums a, FundingSums b) =>
        new()
        {
            Programs = a.Programs + b.Programs,
            Active = a.Active + b.Active,
            EstimatedCost = a.EstimatedCost + b.EstimatedCost,
            FundingGap = a.FundingGap + b.FundingGap,
            Consolidated = a.Consolidated + b.Consolidated,
            Unconsolidated = a.Unconsolidated + b.Unconsolidated,
            Forecast = a.Forecast + b.Forecast,
            Requested = a.Requested + b.Requested,
            ApbnRealised = a.ApbnRealised + b.ApbnRealised,
            OutsideApbd = a.OutsideApbd + b.OutsideApbd,
            ThroughApbd = a.ThroughApbd + b.ThroughApbd,
            WaitingRequests = a.WaitingRequests + b.WaitingRequests,
            WaitingAmount = a.WaitingAmount + b.WaitingAmount,
        };
}
