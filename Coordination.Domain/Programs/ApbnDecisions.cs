using Coordination.Domain.Funding;

namespace Coordination.Domain.Programs;

/// <summary>Requests for APBN support and the answers to them.</summary>
internal static class ApbnDecisions
{
    private const int MostRequests = 100;

    internal static Outcome<IProgramEvent> Ask(
        Verdict verdict,
        SpbeProgram program,
        RequestApbnSupport c,
        DateOnly today
    )
    {
        verdict.Require(
            FundingSource.Find(c.Scheme) is { IsApbnSupport: true },
            "scheme-not-apbn",
            "scheme",
            $"'{c.Scheme}' is not a source of APBN support."
        );
        verdict.RequireText(c.Ministry, "ministry", 3, Texts.Line);
        verdict.RequireAmount(c.Amount, "amount");
        verdict.RequirePast(c.RequestedOn, today, "requestedOn");
        verdict.Require(
            program.ApbnRequests.Count < MostRequests,
            "too-many-requests",
            "scheme",
            $"Program {program.Id} has made {MostRequests} requests, the most there may be."
        );
        return verdict.Decide<IProgramEvent>(() =>
            [
                new ApbnSupportRequested(
                    program.Plan,
                    program.Government,
                    $"r{program.ApbnRequests.Count + 1}",
                    c.Scheme,
                    c.Ministry.Trim(),
                    Decimals.Normalised(c.Amount),
                    c.RequestedOn
                ),
            ]
        );
    }

    internal static Outcome<IProgramEvent> Grant(
        Verdict verdict,
        SpbeProgram program,
        GrantApbnSupport c,
        DateOnly today
    )
    {
        c = c with { Document = c.Document.Trimmed() };
        verdict.RequireAmount(c.Amount, "amount");
        verdict.RequireDocument(c.Document, "document");
        var request = FindRequest(verdict, program, c.Request);
        if (request is null || IsRepeated(request, c))
            return verdict.Decide<IProgramEvent>(() => []);
        RequireUndecided(verdict, request, c.DecidedOn, today);
        verdict.Require(
            c.Amount <= request.Amount,
            "grant-above-request",
            "amount",
            $"{Rupiah.Text(c.Amount)} is more than the {Rupiah.Text(request.Amount)} asked for in {request.Request}."
        );
        return verdict.Decide<IProgramEvent>(() =>
            [
                new ApbnSupportGranted(
                    program.Plan,
                    program.Government,
                    request.Request,
                    Decimals.Normalised(c.Amount),
                    c.Document,
                    c.DecidedOn,
                    LineToClose(program, request.Scheme)
                ),
            ]
        );
    }

    internal static Outcome<IProgramEvent> Reject(
        Verdict verdict,
        SpbeProgram program,
        RejectApbnSupport c,
        DateOnly today
    ) =>
        Close(
            verdict,
            program,
            c.Request,
            (ApbnRequestStatus.Rejected, c.DecidedOn, c.Reason.Trim()),
            today,
            () => new ApbnSupportRejected(program.Plan, program.Government, c.Request, c.Reason.Trim(), c.DecidedOn)
        );

    internal static Outcome<IProgramEvent> Withdraw(
        Verdict verdict,
        SpbeProgram program,
        WithdrawApbnSupport c,
        DateOnly today
    ) =>
        Close(
            verdict,
            program,
            c.Request,
            (ApbnRequestStatus.Withdrawn, c.DecidedOn, c.Reason.Trim()),
            today,
            () => new ApbnSupportWithdrawn(program.Plan, program.Government, c.Request, c.Reason.Trim(), c.DecidedOn)
        );

    private static Outcome<IProgramEvent> Close(
        Verdict verdict,
        SpbeProgram program,
        string id,
        (ApbnRequestStatus Status, DateOnly DecidedOn, string Reason) answer,
        DateOnly today,
        Func<IProgramEvent> closed
    )
    {
        var request = FindRequest(verdict, program, id);
        if (request is null || (request.Status, request.DecidedOn, request.DecisionReason) == answer)
            return verdict.Decide<IProgramEvent>(() => []);
        RequireUndecided(verdict, request, answer.DecidedOn, today);
        return verdict.Decide<IProgramEvent>(() => [closed()]);
    }

    private static ApbnRequest? FindRequest(Verdict verdict, SpbeProgram program, string id)
    {
        var request = program.FindRequest(id);
        verdict.RequireKnown(
            request is not null,
            "request-unknown",
            "request",
            $"Program {program.Id} has no APBN request '{id}'."
        );
        return request;
    }

    private static void RequireUndecided(Verdict verdict, ApbnRequest request, DateOnly decidedOn, DateOnly today)
    {
        verdict.RequireStage(
            request.Status == ApbnRequestStatus.Undecided,
            "request-decided",
            "request",
            $"Request {request.Request} was already {Word.Of(request.Status)}."
        );
        if (verdict.RequirePast(decidedOn, today, "decidedOn"))
            verdict.Require(
                decidedOn >= request.RequestedOn,
                "decided-before-request",
                "decidedOn",
                $"{decidedOn:yyyy-MM-dd} lies before the request of {request.RequestedOn:yyyy-MM-dd}."
            );
    }

    private static bool IsRepeated(ApbnRequest request, GrantApbnSupport c) =>
        request.Status == ApbnRequestStatus.Granted
        && (request.Granted, request.Document, request.DecidedOn) == (c.Amount, c.Document, c.DecidedOn);

    /// <summary>The first open line of the scheme that waits for the grant, so that the money does not stand twice.</summary>
    private static string? LineToClose(SpbeProgram program, string scheme) =>
        program.Funding.Find(line => line.Source == scheme && !line.IsAllocated && line.ClosedBy is null)?.Line;
}
