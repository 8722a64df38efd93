using Coordination.Domain.Programs;

namespace Coordination.Domain.Funding;

/// <summary>What is compared with another system.</summary>
public enum ReconciliationOf
{
    /// <summary>Budget documents (DPA, DIPA) and what they allocate.</summary>
    Allocations,

    /// <summary>Payments (SP2D).</summary>
    Realisations,
}

/// <summary>
/// What this system says of documents: all lines, those that give money away and those of inactive programs included, because their
/// documents stand in the other system too.
/// </summary>
public static class OwnEntries
{
    /// <summary>The entries of programs.</summary>
    public static IReadOnlyList<OwnEntry> Of(
        ReconciliationOf what,
        IEnumerable<SpbeProgram> programs,
        FundingFilter filter
    ) =>
        [
            .. from program in programs
            where filter.Shows(program)
            orderby program.Id
            from line in program.Funding
            where filter.ShowsSource(line.Source) && line.ClosedBy is null
            from entry in what == ReconciliationOf.Allocations ? [Allocated(program, line)] : Paid(program, line)
            select entry,
        ];

    /// <summary>A line that is not allocated yet has nothing to compare, but may explain a difference.</summary>
    private static OwnEntry Allocated(SpbeProgram program, FundingLine line) =>
        new(
            program.Id,
            line.Line,
            line.Document?.Number,
            line.Source,
            line.IsAllocated ? line.Amount : 0,
            line.IsAllocated
                ? Remark(program)
                : $"has {Rupiah.Text(line.Amount)} at the stage {line.Stage.ToString().ToLowerInvariant()}, not allocated"
        );

    private static IEnumerable<OwnEntry> Paid(SpbeProgram program, FundingLine line) =>
        from paid in program.Realisations
        where paid.Line == line.Line && paid.Amount > 0
        select new OwnEntry(program.Id, line.Line, paid.Document?.Number, line.Source, paid.Amount, Remark(program));

    private static string? Remark(SpbeProgram program) =>
        program.IsActive ? null : $"is of a program that is {program.Status.ToString().ToLowerInvariant()}";
}
