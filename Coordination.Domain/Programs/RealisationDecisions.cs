using Coordination.Domain.Funding;

namespace Coordination.Domain.Programs;

/// <summary>Payments and their corrections.</summary>
internal static class RealisationDecisions
{
    internal static Outcome<IProgramEvent> Realise(Verdict verdict, SpbeProgram program, RealiseFunds c, DateOnly today)
    {
        c = c with { Document = c.Document?.Trimmed() };
        var isPayment = RequirePayment(verdict, c.Amount, "above 0", c.Amount > 0);
        verdict.RequirePast(c.Date, today, "date");
        verdict.RequireDocument(c.Document, "document");
        var line = FindLine(verdict, program, c);
        if (line is not null)
            RequireRoom(verdict, program, line, isPayment ? c.Amount : 0);
        return verdict.Decide<IProgramEvent>(() =>
            [
                new FundsRealised(
                    program.Plan,
                    program.Government,
                    program.Realisations.Count + 1,
                    line!.Line,
                    Decimals.Normalised(c.Amount),
                    c.Date,
                    c.Document
                ),
            ]
        );
    }

    internal static Outcome<IProgramEvent> Correct(
        Verdict verdict,
        SpbeProgram program,
        CorrectRealisation c,
        DateOnly today
    )
    {
        c = c with { Document = c.Document?.Trimmed() };
        var paid = program.Realisations.Find(candidate => candidate.Number == c.Number);
        verdict.RequireKnown(
            paid is not null,
            "realisation-unknown",
            "number",
            $"Program {program.Id} has no realisation {c.Number}."
        );
        if (paid is null)
            return verdict.Decide<IProgramEvent>(() => []);
        var corrected = paid with
        {
            Amount = Decimals.Normalised(c.Amount ?? paid.Amount),
            Date = c.Date ?? paid.Date,
            Document = c.Document ?? paid.Document,
        };
        var isPayment = RequirePayment(verdict, corrected.Amount, "from 0", corrected.Amount >= 0);
        verdict.RequirePast(corrected.Date, today, "date");
        verdict.RequireDocument(c.Document, "document");
        RequireRoom(verdict, program, program.FindLine(paid.Line)!, isPayment ? corrected.Amount - paid.Amount : 0);
        return verdict.Decide<IProgramEvent>(() =>
            corrected == paid
                ? []
                :
                [
                    new RealisationCorrected(
                        program.Plan,
                        program.Government,
                        paid.Number,
                        corrected.Amount,
                        corrected.Date,
                        corrected.Document,
                        c.Reason.Trim()
                    ),
                ]
        );
    }

    private static bool RequirePayment(Verdict verdict, decimal amount, string range, bool isInRange) =>
        verdict.Require(
            isInRange && amount <= Rupiah.Most && Rupiah.HasAtMostDecimals(amount, 2),
            "amount-invalid",
            "amount",
            $"{Rupiah.Text(amount)} is not an amount {new Word("range", range)}, at most {Rupiah.Text(Rupiah.Most)}, with two decimals."
        );

    private static FundingLine? FindLine(Verdict verdict, SpbeProgram program, RealiseFunds c)
    {
        if (c.Line is { } id)
        {
            var named = program.FindLine(id);
            verdict.Require(named is not null, "line-unknown", "line", $"Program {program.Id} has no line '{id}'.");
            verdict.Require(
                named is null || c.Source is null || c.Source == named.Source,
                "source-mismatch",
                "source",
                $"Line '{id}' is of {named?.Source}, not of '{c.Source}'."
            );
            return named;
        }
        var ofSource = program.Funding.FindAll(line => line.Source == c.Source && line.ClosedBy is null);
        verdict.Require(
            ofSource.Count == 1,
            "line-ambiguous",
            "line",
            c.Source is null
                ? (Sentence)$"A realisation names its line, or the source of the only line of that source."
                : (Sentence)$"Program {program.Id} has {ofSource.Count} lines of '{c.Source}'; name the line."
        );
        return ofSource.Count == 1 ? ofSource[0] : null;
    }

    private static void RequireRoom(Verdict verdict, SpbeProgram program, FundingLine line, decimal more)
    {
        verdict.Require(
            line.IsAllocated,
            "line-not-allocated",
            "line",
            $"Line {line.Line} is not allocated; nothing can be realised on it."
        );
        var realised = program.RealisedOn(line.Line);
        verdict.Require(
            !line.IsAllocated || realised + more <= line.Amount,
            "amount-above-allocated",
            "amount",
            $"With {Rupiah.Text(more)} line {line.Line} would have realised {Rupiah.Text(realised + more)}, "
                + $"more than the {Rupiah.Text(line.Amount)} allocated."
        );
    }
}
