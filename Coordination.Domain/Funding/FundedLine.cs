using Coordination.Domain.Programs;

namespace Coordination.Domain.Funding;

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
/// <param name="TransferredFrom">The line of a merged program whose rest it is.</param>
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
    TransferOrigin? TransferredFrom,
    IReadOnlyList<Realisation> Payments
)
{
    /// <summary>The lines of a program with that money.</summary>
    internal static IEnumerable<FundedLine> Of(SpbeProgram program, FundingFilter filter) =>
        from line in program.Funding
        where filter.ShowsSource(line.Source)
        select new FundedLine(
            program.Id,
            program.Details.Title,
            program.Government,
            program.Details.Priority,
            program.Status,
            line.Line,
            line.Source,
            line.Stage,
            line.Amount,
            program.RealisedOn(line.Line),
            line.Document,
            line.TransferTo,
            line.ClosedBy,
            line.TransferredFrom,
            program.Realisations.FindAll(paid => paid.Line == line.Line && paid.Amount > 0)
        );
}
