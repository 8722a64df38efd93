using Coordination.Domain.Programs;

namespace Coordination.Domain.Funding;

/// <summary>
/// Money that lines of some programs give to one line of another, both at the stage <c>allocated</c> and of active programs. The
/// receiver's line may come later; until then, or while it is set to another amount, the difference counts nowhere or is money from
/// elsewhere: Σ of what enters from outside = consolidated allocated + Σ difference.
/// </summary>
/// <param name="Program">The receiver.</param>
/// <param name="Line">Its line.</param>
/// <param name="From">The givers' lines.</param>
/// <param name="Given">Σ allocated of the givers' lines.</param>
/// <param name="Received">Allocated of the receiver's line; none when the receiver belongs to another plan.</param>
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
        return
        [
            .. from program in programs
            where program.IsActive
            from line in program.Funding
            where line.TransferTo is not null && line.IsAllocated
            group new TransferGiver(program.Id, line.Line, line.Amount) by line.TransferTo into gifts
            orderby gifts.Key.Program, gifts.Key.Line
            select Of(gifts.Key, [.. gifts], byId),
        ];
    }

    private static FundingTransfer Of(
        TransferTarget to,
        IReadOnlyList<TransferGiver> from,
        Dictionary<string, SpbeProgram> byId
    )
    {
        var given = from.Sum(giver => giver.Amount);
        if (!byId.TryGetValue(to.Program, out var receiver))
            return new(to.Program, to.Line, from, given, null, null);
        var received = receiver.IsActive && receiver.FindLine(to.Line) is { IsAllocated: true } line ? line.Amount : 0;
        return new(to.Program, to.Line, from, given, received, given - received);
    }
}

/// <summary>A line that gives its money to another program's.</summary>
public sealed record TransferGiver(string Program, string Line, decimal Amount);
