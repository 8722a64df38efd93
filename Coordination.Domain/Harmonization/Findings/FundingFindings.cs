using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>Programs with less, or more, allocated than they cost, and documents that allocate to several programs.</summary>
internal static class FundingFindings
{
    /// <summary>From half of the cost on a gap is severe, below a tenth it is slight.</summary>
    private const decimal Severe = 0.5m;
    private const decimal Slight = 0.1m;

    internal static IEnumerable<Finding> Gap(SpbeProgram program)
    {
        var gap = program.FundingGap;
        if (gap == 0)
            yield break;
        var cost = program.Details.EstimatedCost;
        var asked = program.ApbnRequests.FindAll(request => request.Status == ApbnRequestStatus.Undecided);
        yield return FindingOf.Programs(
            FindingKind.FundingGap,
            gap >= Severe * cost ? FindingSeverity.High
                : gap < Slight * cost ? FindingSeverity.Low
                : FindingSeverity.Medium,
            [program],
            new([
                $"{FindingOf.Name(program)} costs {Rupiah.Text(cost)}; {Rupiah.Text(program.Funded)} is allocated; "
                    + $"{Rupiah.Text(gap)} is missing.",
                .. asked.Select(request =>
                    (Sentence)
                        $"Request {request.Request} to {request.Ministry} for {Rupiah.Text(request.Amount)} is not decided."
                ),
            ]),
            gap,
            asked.Count > 0
                ? Recommendation.ToFollowUp(program, $"Have request {asked[0].Request} decided by {asked[0].Ministry}.")
                : new(
                    RecommendedDecision.RequestApbn,
                    $"Ask for {Rupiah.Text(gap)} of APBN support, or find it in the regional budget.",
                    RecommendationEffect.InHand
                )
                {
                    Program = program.Id,
                    Amount = gap,
                },
            LinesOf(program)
        );
    }

    internal static IEnumerable<Finding> AboveCost(SpbeProgram program)
    {
        var above = program.Funded - program.Details.EstimatedCost;
        if (above <= 0)
            yield break;
        var lines = program.Funding.FindAll(line => line.IsAllocated);
        yield return FindingOf.Programs(
            FindingKind.DoubleFunding,
            FindingSeverity.High,
            [program],
            new([
                $"{FindingOf.Name(program)} costs {Rupiah.Text(program.Details.EstimatedCost)}, but {Rupiah.Text(program.Funded)} is "
                    + $"allocated: {Rupiah.Text(above)} too much.",
                $"Lines: {string.Join(", ", lines.Select(line => $"{line.Line} {line.Source} {Rupiah.Text(line.Amount)}"))}.",
            ]),
            above,
            LessOn(program, lines, above),
            LinesOf(program)
        );
    }

    /// <summary>
    /// One document, one source, several active programs. For APBN support a grant pays for one program; a DPA covers an office, so there
    /// it is only good to know.
    /// </summary>
    internal static IEnumerable<Finding> SharedDocuments(IEnumerable<SpbeProgram> active) =>
        active
            .SelectMany(program => DocumentsOf(program).Select(document => (Document: document, Program: program)))
            .GroupBy(entry => entry.Document, entry => entry.Program)
            .SelectMany(group => Shared(group.Key, group));

    /// <summary>The documents that allocate to a program, with the source of the money; an upper case number is the same.</summary>
    internal static IEnumerable<(string Source, string Number)> DocumentsOf(SpbeProgram program) =>
        program.Funding.Where(line => line is { IsAllocated: true, Document: not null }).Select(KeyOf).Distinct();

    /// <summary>What is found of a document and the programs that it allocates to, which come in the order of their numbers.</summary>
    internal static IEnumerable<Finding> Shared(
        (string Source, string Number) document,
        IEnumerable<SpbeProgram> programs
    )
    {
        var entries = programs
            .SelectMany(program => program.Funding.Select(line => (Program: program, Line: line)))
            .Where(entry => entry.Line is { IsAllocated: true, Document: not null } && KeyOf(entry.Line) == document)
            .ToList();
        return entries.Exists(entry => entry.Program.Id != entries[0].Program.Id) ? [Shared(entries)] : [];
    }

    private static (string Source, string Number) KeyOf(FundingLine line) =>
        (line.Source, line.Document!.Number.ToUpperInvariant());

    private static Finding Shared(List<(SpbeProgram Program, FundingLine Line)> entries)
    {
        var (source, document) = (entries[0].Line.Source, entries[0].Line.Document!);
        var isApbn = FundingSource.Find(source) is { IsApbnSupport: true };
        var amounts = entries.ConvertAll(entry => entry.Line.Amount);
        return FindingOf.Programs(
            FindingKind.DoubleFunding,
            isApbn ? FindingSeverity.High : FindingSeverity.Low,
            [.. entries.Select(entry => entry.Program).DistinctBy(program => program.Id)],
            new([
                $"{document.Kind} {document.Number} of {source} allocates to {entries.Count} lines: "
                    + $"{FindingOf.List(entries.Select(entry => (Sentence)$"{FindingOf.Name(entry.Program)} line {entry.Line.Line} {Rupiah.Text(entry.Line.Amount)}"))}.",
                isApbn
                    ? (Sentence)$"A document of APBN support pays for one program."
                    : (Sentence)$"A DPA covers an office, so this need not be wrong.",
            ]),
            // All but the largest may be money that is counted twice.
            isApbn ? amounts.Sum() - amounts.Max() : 0,
            isApbn
                ? OnlyOne(entries)
                : new(
                    RecommendedDecision.Accept,
                    $"Accept it when the document lists each program.",
                    RecommendationEffect.InHand
                ),
            [source, document.Number, .. amounts.Select(Rupiah.Text)],
            $"{source} {document.Number.ToUpperInvariant()}"
        );
    }

    /// <summary>One line less by what is too much, where one has so much that is not realised.</summary>
    private static Recommendation LessOn(SpbeProgram program, IEnumerable<FundingLine> lines, decimal above)
    {
        var line = lines.MaxBy(line => line.Amount - program.RealisedOn(line.Line))!;
        var amount = decimal.Floor(line.Amount - above);
        return amount >= program.RealisedOn(line.Line)
            ? new(
                RecommendedDecision.CorrectFunding,
                $"Correct line {line.Line} to {Rupiah.Text(amount)}, or the cost if the work has grown.",
                RecommendationEffect.Removed
            )
            {
                Program = program.Id,
                Line = line.Line,
                Amount = amount,
            }
            : Recommendation.ToFollowUp(
                program,
                $"Find out what the {Rupiah.Text(above)} were spent on; no single line has so much that is not realised."
            );
    }

    /// <summary>Of two lines the smaller keeps what it has realised, proved by the decision; of more nobody can tell from here.</summary>
    private static Recommendation OnlyOne(List<(SpbeProgram Program, FundingLine Line)> entries)
    {
        var (program, line) = entries.MinBy(entry => (entry.Line.Amount, entry.Program.Id));
        var kept = decimal.Ceiling(program.RealisedOn(line.Line));
        return entries.Count == 2
            ? new(
                RecommendedDecision.CorrectFunding,
                $"Find out which program the document pays for; if it is not {program.Id}, leave line {line.Line} what it has realised.",
                RecommendationEffect.Removed
            )
            {
                Program = program.Id,
                Line = line.Line,
                Amount = kept,
            }
            : Recommendation.ToFollowUp(
                program,
                $"Find out which program the document pays for and correct the lines of the others."
            );
    }

    private static IEnumerable<string> LinesOf(SpbeProgram program) =>
        [
            .. program.Funding.Select(line =>
                $"{line.Line} {line.Source} {line.Stage} {Rupiah.Text(line.Amount)} {line.ClosedBy}"
            ),
            .. program.ApbnRequests.Select(request => $"{request.Request} {request.Status}"),
        ];
}
