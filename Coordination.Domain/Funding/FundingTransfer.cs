using Coordination.Domain.Programs;

namespace Coordination.Domain.Funding;

/// <summary>
/// Money that lines of some programs give to one line of another, both at the stage <c>allocated</c> and of active or merged programs;
/// what a merge has moved on is still received. The receiver's line may come later; until then, or while it is set to another amount, the difference counts nowhere or is money from
/// elsewhere: Σ of what enters from outside = consolidated allocated, with what merged programs keep, + Σ difference.
/// </summary>
/// <param name="Program">The receiver.</param>
/// <param name="Line">Its line.</param>
/// <param name="From">The givers' lines.</param>
/// <param name="Given">Σ allocated of the givers' lines.</param>
/// <param name="Received">Allocated of the receiver's line and of what a merge has made of it; none when the receiver belongs to another plan.</param>
/// <param name="Difference">Given − received; none when the receiver belongs to another plan.</param>
public sealed record FundingTransfer(
    string Program,
    string Line,
    IReadOnlyList<TransferGiver> From,
    decimal Given,
    decimal? Received,
    decimal? Difference
)
{
    /// <summary>All transfers of a plan's programs, by receiver.</summary>
    internal static IReadOnlyList<FundingTransfer> Among(IReadOnlyCollection<SpbeProgram> programs)
    {
        var byId = programs.ToDictionary(program => program.Id, StringComparer.Ordinal);
        var movedTo = (
            from program in programs
            from line in program.Funding
            where line.TransferredFrom is not null
            select (From: line.TransferredFrom, To: new TransferTarget(program.Id, line.Line))
        ).ToDictionary(moved => new TransferTarget(moved.From.Program, moved.From.Line), moved => moved.To);
        return
        [
            .. from program in programs
            where Counts(program)
            from line in program.Funding
            where line.TransferTo is not null && line.IsAllocated
            group new TransferGiver(program.Id, line.Line, line.Amount) by line.TransferTo into gifts
            orderby gifts.Key.Program, gifts.Key.Line
            select Of(gifts.Key, [.. gifts], byId, movedTo),
        ];
    }

    private static FundingTransfer Of(
        TransferTarget to,
        IReadOnlyList<TransferGiver> from,
        Dictionary<string, SpbeProgram> byId,
        Dictionary<TransferTarget, TransferTarget> movedTo
    )
    {
        var given = from.Sum(giver => giver.Amount);
        if (!byId.ContainsKey(to.Program))
            return new(to.Program, to.Line, from, given, null, null);
        decimal received = 0;
        for (var at = to; at is not null; at = movedTo.GetValueOrDefault(at))
            if (
                byId.GetValueOrDefault(at.Program) is { } receiver
                && Counts(receiver)
                && receiver.FindLine(at.Line) is { IsAllocated: true } line
            )
                received += line.Amount;
        return new(to.Program, to.Line, from, given, received, given - received);
    }

    /// <summary>A merged program's money goes on in the other.</summary>
    private static bool Counts(SpbeProgram program) => program.IsActive || program.Merger is not null;
}

/// <summary>A line that gives its money to another program's.</summary>
public sealed record TransferGiver(string Program, string Line, decimal Amount);
