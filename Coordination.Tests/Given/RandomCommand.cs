using Coordination.Domain.Funding;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Tests;

/// <summary>A random choice: which program, what kind of command, and two numbers for its values.</summary>
internal sealed record Choice(int Program, int Kind, int A, int B);

/// <summary>
/// Makes a command out of a choice that a program in that state may well accept; whether it does is for the decider to
/// say. Kinds that keep a program going come up more often than those that end it.
/// </summary>
internal static class RandomCommand
{
    internal const int Kinds = 33;

    private static readonly string[] Places = ["19.05.01.2004", "19.05.01", "19.05"];

    internal static ProgramDetails Details(Choice choice) =>
        Example.Details with
        {
            Priority = Priority.All[choice.A % 3].Code,
            Locations = [Places[choice.B % 3]],
            SpbeIndicators = [new((choice.A % 47) + 1, (choice.B % 5) + 1)],
            EstimatedCost = ((choice.B % 7) + 1) * 10_000_000 + choice.A,
            Reference = choice.A % 2 == 0 ? null : $"ref-{choice.Program}",
        };

    internal static IProgramCommand For(SpbeProgram program, Choice choice) =>
        choice.Kind switch
        {
            0 => Command.ReviseWith(Details(choice)),
            1 => Command.Reassign with { Government = program.Government == "19" ? "19.05" : "19" },
            2 => new DeclareRelation((RelationKind)(choice.B % 3), RandomHistory.IdOf(choice.A)),
            3 => new WithdrawRelation((RelationKind)(choice.B % 3), RandomHistory.IdOf(choice.A)),
            4 => Command.CorrectFunding with { Line = LineOf(program, choice), Amount = choice.B * 20_000 },
            5 => Command.CorrectFunding with { Line = LineOf(program, choice), Amount = null, Stage = StageOf(choice) },
            6 => Command.Reject with { Request = RequestOf(program, choice), DecidedOn = DayOf(choice) },
            7 => Command.Withdraw with { Request = RequestOf(program, choice), DecidedOn = DayOf(choice) },
            8 => Command.CorrectRealisation with { Number = NumberOf(program, choice), Amount = choice.B * 10_000.5m },
            9 => Command.Complete with { Date = DayOf(choice), ZeroCostReason = choice.B % 2 == 0 ? "Swadaya" : null },
            10 => Command.Reopen,
            11 => Command.Defer with { ToYear = 2025 + (choice.A % 2) },
            12 or 13 => Command.Resume,
            14 => choice.A % 4 == 0 ? Command.Cancel : Command.Report,
            15 or 16 => Command.Resolve with { Constraint = $"c{(choice.A % 3) + 1}" },
            17 or 18 => Command.Raise with
            {
                Category = (ConstraintCategory)(choice.A % 5),
                Severity = (ConstraintSeverity)(choice.B % 3),
            },
            19 or 20 => Command.Request with
            {
                Scheme = FundingSource.All[choice.A % 7].Code,
                Amount = (choice.B + 1) * 10_000,
                RequestedOn = new(2024, 1, 15),
            },
            21 or 22 => Command.Grant with
            {
                Request = RequestOf(program, choice),
                Amount = (choice.B + 1) * 5_000,
                DecidedOn = DayOf(choice),
            },
            23 or 24 => Command.Report with
            {
                Percent = choice.A % 101,
                AsOf = DayOf(choice),
                Note = choice.B % 3 == 0 ? null : "Catatan",
            },
            25 or 26 or 27 => Command.Realise with
            {
                Line = LineOf(program, choice),
                Amount = (choice.B * 10_000.25m) + 0.05m,
                Date = DayOf(choice),
            },
            28 when choice.B % 2 == 0 => Command.Merge with { Into = RandomHistory.IdOf(choice.A) },
            _ => Command.Budget with
            {
                Line = $"{(choice.A % 3) + 1}",
                Source = FundingSource.All[(choice.A + choice.B) % 14].Code,
                Stage = StageOf(choice),
                Amount = (choice.B + 1) * 50_000,
                TransferTo = choice.A % 5 == 0 ? new(RandomHistory.IdOf(choice.B), "1") : null,
            },
        };

    private static string LineOf(SpbeProgram program, Choice choice) =>
        program.Funding.IsEmpty ? "1" : program.Funding[choice.A % program.Funding.Count].Line;

    private static string RequestOf(SpbeProgram program, Choice choice) =>
        $"r{(choice.A % Math.Max(1, program.ApbnRequests.Count)) + 1}";

    private static int NumberOf(SpbeProgram program, Choice choice) =>
        (choice.A % Math.Max(1, program.Realisations.Count)) + 1;

    private static FundingStage StageOf(Choice choice) =>
        choice.B % 3 == 0 ? (FundingStage)(choice.A % 4) : FundingStage.Allocated;

    private static DateOnly DayOf(Choice choice) => new DateOnly(2024, 2, 1).AddDays(choice.A % 120);
}
