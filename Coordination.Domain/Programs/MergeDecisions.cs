using Coordination.Domain.Funding;

namespace Coordination.Domain.Programs;

/// <summary>Making one program of two (docs/decisions/0014).</summary>
public static class MergeDecisions
{
    internal static Outcome<IProgramEvent> Merge(
        Verdict verdict,
        SpbeProgram program,
        MergeProgram c,
        ProgramFacts facts,
        DateOnly today
    )
    {
        var merger = new Merger(c.Into, c.Decision, c.Reason.Trim());
        if (program.Merger is not null)
        {
            verdict.RequireStage(
                program.Merger == merger,
                "merged-otherwise",
                "into",
                $"Program {program.Id} was already merged into {program.Merger.Into}."
            );
            return verdict.Decide<IProgramEvent>(() => []);
        }
        verdict.Require(facts.Into is not null, "program-unknown", "into", $"There is no program '{c.Into}'.");
        if (facts.Into is not { } into)
            return verdict.Decide<IProgramEvent>(() => []);
        var rests = Rests(program, into);
        RequireTogether(verdict, program, into, rests.Count);
        return verdict.Decide<IProgramEvent>(() =>
            [
                .. from request in program.ApbnRequests
                where request.Status == ApbnRequestStatus.Undecided
                select new ApbnSupportWithdrawn(
                    program.Plan,
                    program.Government,
                    request.Request,
                    merger.Reason,
                    today
                ),
                new ProgramMerged(
                    program.Plan,
                    program.Government,
                    into.Id,
                    merger.Decision,
                    [.. rests.Zip(FreeLines(into), (line, to) => Moved(line, program.RealisedOn(line.Line), to))],
                    merger.Reason
                ),
            ]
        );
    }

    /// <summary>What the merge is to the program that goes on, to be recorded together with it.</summary>
    /// <param name="merged">The event of the merged program.</param>
    /// <param name="program">The merged program, before or after it.</param>
    /// <param name="into">The program that goes on.</param>
    public static MergedProgramReceived Received(ProgramMerged merged, SpbeProgram program, SpbeProgram into) =>
        new(
            into.Plan,
            into.Government,
            program.Id,
            merged.Decision,
            [
                .. from moved in merged.Lines
                let line = program.FindLine(moved.Line)!
                select new ReceivedLine(
                    moved.ToLine,
                    line.Source,
                    line.Stage,
                    moved.Moved,
                    line.Document,
                    line.TransferTo,
                    line.Line
                ),
            ]
        );

    /// <summary>Whether a program has a line that gives its money to a line of the other, or to one that a merge has moved there.</summary>
    public static bool GivesTo(this SpbeProgram giver, SpbeProgram receiver) =>
        giver.Funding.Exists(line => line.GivesTo(receiver));

    private static bool GivesTo(this FundingLine line, SpbeProgram receiver) =>
        line.TransferTo is { } to
        && (
            to.Program == receiver.Id
            || receiver.Funding.Exists(received => received.TransferredFrom == new TransferOrigin(to.Program, to.Line))
        );

    /// <summary>
    /// Lines with something left. What they give to the program that goes on is there already: they stay as they are, else the money would
    /// stand there twice.
    /// </summary>
    private static List<FundingLine> Rests(SpbeProgram program, SpbeProgram into) =>
        [
            .. program.Funding.Where(line =>
                line.ClosedBy is null && line.Amount > program.RealisedOn(line.Line) && !line.GivesTo(into)
            ),
        ];

    /// <summary>Ids that nobody expects a line of: one that a transfer waits for may be called by any number.</summary>
    private static IEnumerable<string> FreeLines(SpbeProgram into) =>
        Enumerable
            .Range(1, 2 * FundingDecisions.MostLines)
            .Select(number => $"m{number}")
            .Where(id => into.FindLine(id) is null);

    private static MovedLine Moved(FundingLine line, decimal realised, string to) =>
        new(line.Line, Decimals.Normalised(realised), Decimals.Normalised(line.Amount - realised), to);

    private static void RequireTogether(Verdict verdict, SpbeProgram program, SpbeProgram into, int moved)
    {
        verdict.Require(
            into.Id != program.Id,
            "merge-into-itself",
            "into",
            $"Program {program.Id} cannot be merged into itself."
        );
        verdict.Require(
            into.Plan == program.Plan,
            "merge-across-plans",
            "into",
            $"Program {into.Id} belongs to plan {into.Plan}, not to {program.Plan}."
        );
        verdict.RequireStage(
            into.IsActive,
            "merge-into-inactive",
            "into",
            $"Program {into.Id} is {Word.Of(into.Status)}; nothing can be merged into it."
        );
        verdict.Require(
            into.Id == program.Id || !into.GivesTo(program),
            "merge-into-giver",
            "into",
            $"Program {into.Id} gives money to {program.Id}, which would stand there twice; merge {into.Id} into {program.Id} instead."
        );
        verdict.Require(
            into.Funding.Count + moved <= FundingDecisions.MostLines,
            "too-many-lines",
            "into",
            $"Program {into.Id} would have {into.Funding.Count + moved} funding lines; {FundingDecisions.MostLines} are the most there may be."
        );
    }
}
