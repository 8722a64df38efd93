using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

/// <summary>What takes something back, moves it or says it anew needs a reason; the rest may have one.</summary>
public class ReasonTests
{
    private static readonly GivenProgram Running = Given.Program(
        Example.Related,
        Example.Budgeted,
        Example.Realised,
        Example.Requested,
        Example.Raised
    );

    public static TheoryData<string> Required =>
        [
            nameof(ReviseProgram),
            nameof(ReassignProgram),
            nameof(CorrectFunding),
            nameof(CorrectRealisation),
            nameof(RejectApbnSupport),
            nameof(WithdrawApbnSupport),
            nameof(ReopenCompletion),
            nameof(DeferProgram),
            nameof(ResumeProgram),
            nameof(CancelProgram),
            nameof(MergeProgram),
        ];

    public static TheoryData<string> Optional =>
        new(Everything.ProgramCommands.Keys.Except(Required.Select(row => row.Data)));

    [Theory]
    [MemberData(nameof(Required))]
    public void A_required_reason_has_3_to_5000_characters(string command)
    {
        foreach (var reason in (string[])["", "  ab ", new('a', 5001)])
            At(command).When(With(command, reason)).ThenRefused("text-length", "reason");
        At(command).When(With(command, "abc")).Accepted();
        At(command).When(With(command, new('a', 5000))).Accepted();
    }

    [Theory]
    [MemberData(nameof(Optional))]
    public void An_optional_reason_has_at_most_5000_characters(string command)
    {
        At(command).When(With(command, new('a', 5001))).ThenRefused("text-length", "reason");
        At(command).When(With(command, "")).Accepted();
        At(command).When(With(command, null)).Accepted();
    }

    [Fact]
    public void A_proposal_may_have_a_reason()
    {
        Given.NoProgram.When(Command.Plan with { Reason = "Usulan desa" }).Then(Example.Planned);
        Given.NoProgram.When(Command.Plan with { Reason = new('a', 5001) }).ThenRefused("text-length", "reason");
        Given.NoProgram.When(Command.Plan with { Reason = "a\0" }).ThenRefused("text-control-character", "reason");
    }

    private static GivenProgram At(string command) =>
        command switch
        {
            nameof(ReopenCompletion) => Running.After(Command.Complete),
            nameof(ResumeProgram) => Running.After(Command.Defer),
            _ => Running,
        };

    private static IProgramCommand With(string command, string? reason) =>
        Everything.ProgramCommands[command] switch
        {
            ReviseProgram c => c with { Reason = reason! },
            ReassignProgram c => c with { Reason = reason! },
            DeclareRelation c => c with { Reason = reason },
            WithdrawRelation c => c with { Reason = reason },
            BudgetProgram c => c with { Reason = reason },
            CorrectFunding c => c with { Reason = reason! },
            RequestApbnSupport c => c with { Reason = reason },
            GrantApbnSupport c => c with { Reason = reason },
            RejectApbnSupport c => c with { Reason = reason! },
            WithdrawApbnSupport c => c with { Reason = reason! },
            RealiseFunds c => c with { Reason = reason },
            CorrectRealisation c => c with { Reason = reason! },
            ReportProgress c => c with { Reason = reason },
            RaiseConstraint c => c with { Reason = reason },
            ResolveConstraint c => c with { Reason = reason },
            CompleteProgram c => c with { Reason = reason },
            ReopenCompletion c => c with { Reason = reason! },
            DeferProgram c => c with { Reason = reason! },
            ResumeProgram c => c with { Reason = reason! },
            CancelProgram c => c with { Reason = reason! },
            MergeProgram c => c with { Reason = reason! },
            var other => throw new ArgumentException($"{other} is not known.", nameof(command)),
        };
}
