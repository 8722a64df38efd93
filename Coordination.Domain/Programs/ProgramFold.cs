using Coordination.Domain.Funding;

namespace Coordination.Domain.Programs;

/// <summary>What each event makes of a program; pure, and the same whether replayed or followed.</summary>
public static class ProgramFold
{
    /// <summary>The state after all events, or none without events.</summary>
    public static SpbeProgram? Replay(string id, IEnumerable<IProgramEvent> events) =>
        events.Aggregate<IProgramEvent, SpbeProgram?>(null, (program, next) => Evolve(program, id, next));

    /// <summary>The state after one more event. Only <see cref="ProgramPlanned"/> may come first.</summary>
    public static SpbeProgram Evolve(SpbeProgram? program, string id, IProgramEvent next) =>
        (program, next) switch
        {
            (null, ProgramPlanned e) => new SpbeProgram(id, e.Plan, e.Government, e.Details),
            (null, _) => throw new InvalidOperationException($"The stream of program '{id}' begins with {next}."),
            (_, ProgramRevised e) => program with { Details = e.Details },
            (_, ProgramReassigned e) => program with { Government = e.Government },
            (_, RelationDeclared e) => program with { Relations = program.Relations.Add(new(e.Kind, e.Program)) },
            (_, RelationWithdrawn e) => program with { Relations = program.Relations.Remove(new(e.Kind, e.Program)) },
            (_, ProgramBudgeted e) => Set(
                program,
                new(e.Line, e.Source, e.Stage, e.Amount, e.Document, e.TransferTo)
                {
                    TransferredFrom = program.FindLine(e.Line)?.TransferredFrom,
                }
            ),
            (_, FundingCorrected e) => Set(
                program,
                program.FindLine(e.Line)! with
                {
                    Stage = e.Stage,
                    Amount = e.Amount,
                    Document = e.Document,
                }
            ),
            (_, ApbnSupportRequested e) => program with
            {
                ApbnRequests = program.ApbnRequests.Add(new(e.Request, e.Scheme, e.Ministry, e.Amount, e.RequestedOn)),
            },
            (_, ApbnSupportGranted e) => Grant(program, e),
            (_, ApbnSupportRejected e) => Decide(program, e.Request, ApbnRequestStatus.Rejected, e.DecidedOn, e.Reason),
            (_, ApbnSupportWithdrawn e) => Decide(
                program,
                e.Request,
                ApbnRequestStatus.Withdrawn,
                e.DecidedOn,
                e.Reason
            ),
            (_, FundsRealised e) => program with
            {
                Realisations = program.Realisations.Add(new(e.Number, e.Line, e.Amount, e.Date, e.Document)),
            },
            (_, RealisationCorrected e) => program with
            {
                Realisations = program.Realisations.SetItem(
                    e.Number - 1,
                    program.Realisations[e.Number - 1] with
                    {
                        Amount = e.Amount,
                        Date = e.Date,
                        Document = e.Document,
                    }
                ),
            },
            (_, ProgressReported e) => program with
            {
                Progress = program.Progress.Add(new(e.Percent, e.AsOf, e.Output, e.Note, e.Evidence)),
            },
            (_, ConstraintRaised e) => program with
            {
                Constraints = program.Constraints.Add(new(e.Constraint, e.Category, e.Severity, e.Description)),
            },
            (_, ConstraintResolved e) => Resolve(program, e),
            (_, ProgramCompleted e) => program with
            {
                Completion = new(e.Date, e.Output, e.Evidence, e.ZeroCostReason),
            },
            (_, CompletionReopened) => program with { Completion = null },
            (_, ProgramDeferred e) => program with { Deferral = new(e.ToYear, e.Reason) },
            (_, ProgramResumed) => program with { Deferral = null },
            (_, ProgramCancelled e) => program with { CancellationReason = e.Reason, Deferral = null },
            (_, ProgramMerged e) => e.Lines.Aggregate(
                program,
                (merged, line) => Set(merged, merged.FindLine(line.Line)! with { Amount = line.Kept })
            ) with
            {
                Merger = new(e.Into, e.Decision, e.Reason),
            },
            (_, MergedProgramReceived e) => program with
            {
                Funding = program.Funding.AddRange(e.Lines.Select(line => LineOf(line, e.From))),
                Merged = program.Merged.Add(new(e.From, e.Decision)),
            },
            _ => throw new InvalidOperationException($"Program '{id}' does not know {next}."),
        };

    private static SpbeProgram Set(SpbeProgram program, FundingLine line)
    {
        var index = program.Funding.FindIndex(existing => existing.Line == line.Line);
        return program with { Funding = index < 0 ? program.Funding.Add(line) : program.Funding.SetItem(index, line) };
    }

    private static FundingLine LineOf(ReceivedLine line, string from) =>
        new(line.Line, line.Source, line.Stage, line.Amount, line.Document, line.TransferTo)
        {
            TransferredFrom = new(from, line.FromLine),
        };

    private static SpbeProgram Grant(SpbeProgram program, ApbnSupportGranted e)
    {
        var request = program.FindRequest(e.Request)!;
        var granted = request with
        {
            Status = ApbnRequestStatus.Granted,
            DecidedOn = e.DecidedOn,
            Granted = e.Amount,
            Document = e.Document,
        };
        if (e.ClosesLine is { } closed)
            program = Set(program, program.FindLine(closed)! with { ClosedBy = e.Request });
        program = Set(program, new(e.Request, request.Scheme, FundingStage.Allocated, e.Amount, e.Document, null));
        return program with { ApbnRequests = program.ApbnRequests.Replace(request, granted) };
    }

    private static SpbeProgram Decide(
        SpbeProgram program,
        string id,
        ApbnRequestStatus status,
        DateOnly decidedOn,
        string reason
    )
    {
        var request = program.FindRequest(id)!;
        var decided = request with { Status = status, DecidedOn = decidedOn, DecisionReason = reason };
        return program with { ApbnRequests = program.ApbnRequests.Replace(request, decided) };
    }

    private static SpbeProgram Resolve(SpbeProgram program, ConstraintResolved e)
    {
        var open = program.FindConstraint(e.Constraint)!;
        var resolved = open with { IsResolved = true, Note = e.Note };
        return program with { Constraints = program.Constraints.Replace(open, resolved) };
    }
}
