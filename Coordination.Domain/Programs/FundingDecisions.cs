using System.Text.RegularExpressions;
using Coordination.Domain.Funding;

namespace Coordination.Domain.Programs;

/// <summary>Setting funding lines.</summary>
internal static partial class FundingDecisions
{
    internal const int MostLines = 200;

    internal static Outcome<IProgramEvent> Budget(
        Verdict verdict,
        SpbeProgram program,
        BudgetProgram c,
        ProgramFacts facts
    )
    {
        c = c with { Document = c.Document?.Trimmed() };
        var line = c.Line ?? FreeLines(program).First();
        var existing = program.FindLine(line);
        RequireSource(verdict, c);
        verdict.RequireAmount(c.Amount, "amount");
        verdict.RequireDocument(c.Document, "document");
        RequireLineId(verdict, program, line, isNew: existing is null);
        RequireTransfer(verdict, program, c.TransferTo, facts);
        if (existing is not null)
            RequireSuccessor(verdict, program, existing, c);
        var set = new FundingLine(line, c.Source, c.Stage, c.Amount, c.Document, c.TransferTo)
        {
            TransferredFrom = existing?.TransferredFrom,
        };
        return verdict.Decide<IProgramEvent>(() =>
            set == existing
                ? []
                :
                [
                    new ProgramBudgeted(
                        program.Plan,
                        program.Government,
                        line,
                        c.Source,
                        c.Stage,
                        Decimals.Normalised(c.Amount),
                        c.Document,
                        c.TransferTo
                    ),
                ]
        );
    }

    /// <summary>A document has a kind, a number and a sane day.</summary>
    internal static void RequireDocument(this Verdict verdict, FundingDocument? document, string field)
    {
        if (document is null)
            return;
        verdict.RequireText(document.Kind, $"{field}.kind", 1, Texts.Short);
        verdict.RequireText(document.Number, $"{field}.number", 1, Texts.Line);
        verdict.RequireDay(document.Date, $"{field}.date");
    }

    private static void RequireSource(Verdict verdict, BudgetProgram c)
    {
        var source = FundingSource.Find(c.Source);
        verdict.Require(source is not null, "source-unknown", "source", $"'{c.Source}' is not a funding source.");
        verdict.Require(
            source is not { IsApbnSupport: true } || c.Stage != FundingStage.Allocated,
            "apbn-by-grant-alone",
            "stage",
            $"{c.Source} is APBN support: it is allocated by granting a request, not by setting a line."
        );
    }

    private static void RequireLineId(Verdict verdict, SpbeProgram program, string line, bool isNew)
    {
        verdict.Require(
            LineForm().IsMatch(line),
            "line-malformed",
            "line",
            $"'{line}' is not a line id of 1 to 20 letters, digits or hyphens."
        );
        verdict.Require(
            !GrantForm().IsMatch(line),
            "line-of-grant",
            "line",
            $"'{line}' is kept for the line of a grant; correct it instead of setting it."
        );
        verdict.Require(
            !isNew || program.Funding.Count < MostLines,
            "too-many-lines",
            "line",
            $"Program {program.Id} has {MostLines} funding lines, the most there may be."
        );
    }

    private static void RequireTransfer(Verdict verdict, SpbeProgram program, TransferTarget? to, ProgramFacts facts)
    {
        if (to is null)
            return;
        verdict.Require(
            facts.KnownPrograms.Contains(to.Program),
            "program-unknown",
            "transferTo.program",
            $"There is no program '{to.Program}'."
        );
        verdict.Require(
            to.Program != program.Id,
            "transfer-to-itself",
            "transferTo.program",
            $"Program {program.Id} cannot give money to itself."
        );
        verdict.Require(
            LineForm().IsMatch(to.Line),
            "line-malformed",
            "transferTo.line",
            $"'{to.Line}' is not a line id of 1 to 20 letters, digits or hyphens."
        );
    }

    private static void RequireSuccessor(Verdict verdict, SpbeProgram program, FundingLine existing, BudgetProgram c)
    {
        var realised = program.RealisedOn(existing.Line);
        verdict.Require(
            c.Stage >= existing.Stage,
            "stage-backwards",
            "stage",
            $"Line {existing.Line} has reached {existing.Stage}; a stage only moves forward. A slip is corrected."
        );
        verdict.RequireNotBelowRealised(existing.Line, c.Amount, realised);
        verdict.Require(
            realised == 0 || c.Source == existing.Source,
            "source-realised",
            "source",
            $"Line {existing.Line} has realised {Rupiah.Text(realised)} from {existing.Source}; its source stays."
        );
        verdict.Require(
            existing.ClosedBy is null,
            "line-closed",
            "line",
            $"Line {existing.Line} was closed by the grant of {existing.ClosedBy}."
        );
    }

    /// <summary>No line falls below what it has realised.</summary>
    internal static void RequireNotBelowRealised(this Verdict verdict, string line, decimal amount, decimal realised) =>
        verdict.Require(
            amount >= realised,
            "amount-below-realised",
            "amount",
            $"{Rupiah.Text(amount)} is below the {Rupiah.Text(realised)} that line {line} has realised."
        );

    private static IEnumerable<string> FreeLines(SpbeProgram program) =>
        Enumerable
            .Range(program.Funding.Count + 1, MostLines)
            .Select(number => $"{number}")
            .Where(id => program.FindLine(id) is null);

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,20}\z", RegexOptions.None, 1000)]
    private static partial Regex LineForm();

    [GeneratedRegex(@"^r[0-9]+\z", RegexOptions.None, 1000)]
    private static partial Regex GrantForm();
}
