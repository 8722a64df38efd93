using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Security;
using Coordination.Domain;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Api.ExamplePlan;

/// <summary>A command of the example and the moment it was given.</summary>
/// <param name="At">Recorded moment, UTC.</param>
/// <param name="Key">Idempotency key, the same at every start.</param>
/// <param name="Subject">Number of the program, id of the assessment or plan, or code of the location, that it is given to.</param>
/// <param name="Command">A command on it.</param>
internal sealed record ExampleCommand(DateTimeOffset At, string Key, string Subject, object Command);

/// <summary>The example plan (contoh) as commands, in the order of day, then <c>ref</c>, then what comes first by nature.</summary>
internal static class ExampleCommands
{
    internal const string PlanId = "19-2024";
    internal const string Account = Security.Account.OfExample;

    /// <summary>Who plays it: it may no more than each government's own people.</summary>
    internal static readonly Caller Caller = new(
        Account,
        [
            new(Role.Coordinator, "19"),
            .. Government
                .Within("19")
                .SelectMany(government =>
                    new[]
                    {
                        new RoleGrant(Role.Planner, government.Code),
                        new RoleGrant(Role.BudgetOfficer, government.Code),
                    }
                ),
        ]
    );

    private static readonly DateOnly Opened = new(2023, 10, 2);
    private static readonly TimeOnly StartOfWork = new(9, 0);

    internal static IReadOnlyList<ExampleCommand> All()
    {
        using var file = typeof(ExampleCommands).Assembly.GetManifestResourceStream("example-plan-2024.json")!;
        var programs = JsonSerializer.Deserialize<List<ExampleProgram>>(file, CanonicalJson.Options)!;
        var byRef = programs.ToDictionary(program => program.Ref);
        var undated = new List<Undated> { new(Opened, "", "plan", PlanId, Open()) };
        foreach (var program in programs)
            undated.AddRange(OfProgram(program, byRef));
        undated.AddRange(ExampleAssessment.ReadAll().SelectMany(assessment => assessment.ToCommands()));
        undated.AddRange(ExampleCoverage.ReadAll().Select(report => ExampleCoverage.ToCommand(report, Opened)));
        return Date(undated);
    }

    private static OpenPlan Open() =>
        new(
            "19",
            2024,
            new(0.8m, ImplementationDefinition.Completion),
            "Rencana SPBE 2024 (contoh)",
            "Contoh: tempat-tempatnya nyata, program-programnya rekaan"
        );

    /// <summary>A sort that keeps the natural order of one program's day, one second after the other.</summary>
    private static List<ExampleCommand> Date(List<Undated> undated) =>
        [
            .. undated
                .OrderBy(command => command.Day)
                .ThenBy(command => command.Ref, StringComparer.Ordinal)
                .GroupBy(command => command.Day)
                .SelectMany(day =>
                    day.Select(
                        (command, second) =>
                            new ExampleCommand(
                                JakartaTime.At(day.Key, StartOfWork).AddSeconds(second),
                                $"{Account}-{command.Ref}-{command.Step}",
                                command.Subject,
                                command.Command
                            )
                    )
                ),
        ];

    private static IEnumerable<Undated> OfProgram(ExampleProgram program, Dictionary<string, ExampleProgram> byRef) =>
        [.. ExamplePlanning.Of(program, byRef), .. ExampleFunding.Of(program, byRef), .. ExampleDelivery.Of(program)];

    /// <summary>A command with its day but not yet its moment.</summary>
    internal sealed record Undated(DateOnly Day, string Ref, string Step, string Subject, object Command)
    {
        internal static Undated Of(ExampleProgram program, DateOnly day, string step, IProgramCommand command) =>
            new(day, program.Ref, step, program.Number, command);
    }
}
