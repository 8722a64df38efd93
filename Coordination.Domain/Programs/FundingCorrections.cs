using Coordination.Domain.Funding;

namespace Coordination.Domain.Programs;

/// <summary>Correcting funding lines.</summary>
internal static class FundingCorrections
{
    internal static Outcome<IProgramEvent> Correct(Verdict verdict, SpbeProgram program, CorrectFunding c)
    {
        c = c with { Document = c.Document.Trimmed() };
        verdict.RequireDocument(c.Document, "document");
        verdict.RequireDay(c.ValidFrom, "validFrom");
        var line = program.FindLine(c.Line);
        verdict.RequireKnown(line is not null, "line-unknown", "line", $"Program {program.Id} has no line '{c.Line}'.");
        if (line is null)
            return verdict.Decide<IProgramEvent>(() => []);
        var amount = Decimals.Normalised(c.Amount ?? line.Amount);
        var stage = c.Stage ?? line.Stage;
        RequireCorrection(verdict, program, line, amount, stage);
        return verdict.Decide<IProgramEvent>(() =>
            [
                new FundingCorrected(
                    program.Plan,
                    program.Government,
                    line.Line,
                    stage,
                    amount,
                    c.Document,
                    c.ValidFrom,
                    c.Reason.Trim()
                ),
            ]
        );
    }

    private static void RequireCorrection(
        Verdict verdict,
        SpbeProgram program,
        FundingLine line,
        decimal amount,
        FundingStage stage
    )
    {
        var realised = program.RealisedOn(line.Line);
        verdict.Require(
            // What a merge has moved or left may have decimals; a correction of something else leaves it so.
            amount == line.Amount
                || (amount >= 0 && amount <= Rupiah.Most && Rupiah.HasAtMostDecimals(amount, 0)),
            "amount-invalid",
            "amount",
            $"{Rupiah.Text(amount)} is not an amount in whole rupiah from 0 to {Rupiah.Text(Rupiah.Most)}."
        );
        verdict.RequireNotBelowRealised(line.Line, amount, realised);
        verdict.Require(
            realised == 0 || stage == FundingStage.Allocated,
            "stage-realised",
            "stage",
            $"Line {line.Line} has realised {Rupiah.Text(realised)}; it stays allocated."
        );
        if (program.FindRequest(line.Line) is { } request)
            RequireGrant(verdict, request, amount, stage);
        verdict.Require(
            stage != FundingStage.Allocated
                || line.Stage == FundingStage.Allocated
                || FundingSource.Find(line.Source) is not { IsApbnSupport: true },
            "apbn-by-grant-alone",
            "stage",
            $"{line.Source} is APBN support: it is allocated by granting a request, not by correcting a line."
        );
        verdict.Require(
            line.ClosedBy is null,
            "line-closed",
            "line",
            $"Line {line.Line} was closed by the grant of {line.ClosedBy}."
        );
    }

    /// <summary>The line of a grant is what was granted: allocated, and never more than was asked for.</summary>
    private static void RequireGrant(Verdict verdict, ApbnRequest request, decimal amount, FundingStage stage)
    {
        verdict.Require(
            stage == FundingStage.Allocated,
            "stage-of-grant",
            "stage",
            $"Line {request.Request} is a grant; it stays allocated. Correct its amount, to 0 if nothing was granted."
        );
        verdict.Require(
            amount <= request.Amount,
            "grant-above-request",
            "amount",
            $"{Rupiah.Text(amount)} is more than the {Rupiah.Text(request.Amount)} asked for in {request.Request}."
        );
    }
}
