using Coordination.Domain.Plans;

namespace Coordination.Domain.Programs;

/// <summary>
/// Which events a command on a program yields, or every rule it breaks. The table of commands; each decision stands in the
/// file of its topic. A state that is already reached yields no event; payments, reports, requests, constraints and corrections of
/// lines are facts of their own each time.
/// </summary>
public static class ProgramDecider
{
    /// <summary>Decides on a program that exists.</summary>
    /// <param name="program">State before the command.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="facts">What was looked up.</param>
    /// <param name="now">The moment of the command, UTC.</param>
    public static Outcome<IProgramEvent> Decide(
        SpbeProgram program,
        IProgramCommand command,
        ProgramFacts facts,
        DateTimeOffset now
    )
    {
        var verdict = new Verdict();
        var today = JakartaTime.DayOf(now);
        RequireStage(verdict, program, command, facts.Plan);
        RequireReason(verdict, command);
        return command switch
        {
            ReviseProgram c => PlanningDecisions.Revise(verdict, program, c, facts),
            ReassignProgram c => PlanningDecisions.Reassign(verdict, program, c, facts),
            DeclareRelation c => PlanningDecisions.Declare(verdict, program, c, facts),
            WithdrawRelation c => PlanningDecisions.Withdraw(verdict, program, c),
            BudgetProgram c => FundingDecisions.Budget(verdict, program, c, facts),
            CorrectFunding c => FundingCorrections.Correct(verdict, program, c),
            RealiseFunds c => RealisationDecisions.Realise(verdict, program, c, today),
            CorrectRealisation c => RealisationDecisions.Correct(verdict, program, c, today),
            RequestApbnSupport c => ApbnDecisions.Ask(verdict, program, c, today),
            GrantApbnSupport c => ApbnDecisions.Grant(verdict, program, c, today),
            RejectApbnSupport c => ApbnDecisions.Reject(verdict, program, c, today),
            WithdrawApbnSupport c => ApbnDecisions.Withdraw(verdict, program, c, today),
            ReportProgress c => DeliveryDecisions.Report(verdict, program, c, today),
            RaiseConstraint c => DeliveryDecisions.Raise(verdict, program, c),
            ResolveConstraint c => DeliveryDecisions.Resolve(verdict, program, c),
            CompleteProgram c => DeliveryDecisions.Complete(verdict, program, c, today),
            ReopenCompletion c => LifeCycleDecisions.Reopen(verdict, program, c),
            DeferProgram c => LifeCycleDecisions.Defer(verdict, program, c, facts.Plan!),
            ResumeProgram c => LifeCycleDecisions.Resume(verdict, program, c),
            CancelProgram c => LifeCycleDecisions.Cancel(verdict, program, c),
            MergeProgram c => MergeDecisions.Merge(verdict, program, c, facts, today),
            _ => throw new InvalidOperationException($"A program does not know {command}."),
        };
    }

    /// <summary>Decides on a program to be: its number is not yet taken.</summary>
    public static Outcome<IProgramEvent> Decide(PlanProgram command, ProgramFacts facts)
    {
        var verdict = new Verdict();
        RequireReason(verdict, command);
        return PlanningDecisions.Plan(verdict, command, facts);
    }

    /// <summary>
    /// Which commands a status lets pass. What happened to money, an answer from the centre, and a constraint that is gone are
    /// facts that arrive late and are recorded all the same.
    /// </summary>
    internal static bool Allows(ProgramStatus status, IProgramCommand command) =>
        (status, command) switch
        {
            (_, RealiseFunds or CorrectRealisation or CorrectFunding) => true,
            (_, GrantApbnSupport or RejectApbnSupport or ResolveConstraint) => true,
            (ProgramStatus.Completed, CompleteProgram or ReopenCompletion) => true,
            (ProgramStatus.Completed, DeclareRelation or WithdrawRelation or MergeProgram) => true,
            (ProgramStatus.Deferred, DeferProgram or ResumeProgram or CancelProgram) => true,
            (ProgramStatus.Cancelled, CancelProgram) or (ProgramStatus.Merged, MergeProgram) => true,
            (ProgramStatus.Completed or ProgramStatus.Deferred, _) => false,
            (ProgramStatus.Cancelled or ProgramStatus.Merged, _) => false,
            (_, ReopenCompletion or ResumeProgram) => false,
            _ => true,
        };

    private static void RequireStage(Verdict verdict, SpbeProgram program, IProgramCommand command, Plan? plan)
    {
        verdict.RequireStage(
            plan is not { Status: PlanStatus.Closed }
                || command is RealiseFunds or CorrectRealisation or CorrectFunding,
            "plan-closed",
            "plan",
            $"Plan {program.Plan} is closed; only realisations and funding corrections are recorded now."
        );
        verdict.RequireStage(
            Allows(program.Status, command),
            "program-stage",
            "status",
            $"Program {program.Id} is {StatusText(program.Status)}, which does not allow this command."
        );
    }

    private static void RequireReason(Verdict verdict, IProgramCommand command)
    {
        var isRequired =
            command
            is ReviseProgram
                or ReassignProgram
                or CorrectFunding
                or CorrectRealisation
                or RejectApbnSupport
                or WithdrawApbnSupport
                or ReopenCompletion
                or DeferProgram
                or ResumeProgram
                or CancelProgram
                or MergeProgram;
        if (isRequired)
            verdict.RequireText(command.Reason ?? "", "reason", 3, Texts.Long);
        else
            verdict.RequireOptionalText(command.Reason, "reason", Texts.Long);
    }

    private static Word StatusText(ProgramStatus status) => Word.Of(status);
}
