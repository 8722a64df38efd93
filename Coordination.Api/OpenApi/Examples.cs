using System.Text.Json;
using System.Text.Json.Serialization;
using Coordination.Api.EventStore;
using Coordination.Api.Funding;
using Coordination.Api.Harmonization;
using Coordination.Api.Http;
using Coordination.Api.Plans;
using Coordination.Api.Programs;
using Coordination.Api.Reference;
using Coordination.Domain;
using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Api.OpenApi;

/// <summary>
/// An example of everything that is asked and answered, by the name of its schema. Answers are made by the deciders and folds from
/// the commands beside them, so that they cannot be wrong.
/// </summary>
internal static class Examples
{
    private const string Number = "19.05-2024-7KQ2M";
    private static readonly JsonSerializerOptions Asking = new(CanonicalJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly DateTimeOffset Now = new(2024, 7, 1, 2, 0, 0, TimeSpan.Zero);
    private static readonly Plan Plan = PlanFold.Replay(PlanDecider.Decide(null, CommandExamples.OpenPlan).Events)!;

    internal static IReadOnlyDictionary<string, string> All { get; } = Make();

    private static Dictionary<string, string> Make()
    {
        var program = PlayProgram();
        var board = BoardMaker.Make(Plan, Tally.Of([program]), 12, new(2024, 7, 1));
        var examples = CommandExamples
            .All.Concat(SecurityExamples.Asked)
            .ToDictionary(asked => asked.GetType().Name, Ask);
        foreach (var (name, answer) in SecurityExamples.Answered)
            examples[name] = Write(answer);
        examples[nameof(ProgramView)] = Write(ProgramView.Of(program, 5, 12));
        examples[nameof(PlanView)] = Write(PlanView.Of(Plan, 1, 1));
        examples["PageOfProgramView"] = Write(new Page<ProgramView>([ProgramView.Of(program, 5, 12)], null));
        examples["PageOfPlanView"] = Write(new Page<PlanView>([PlanView.Of(Plan, 1, 1)], null));
        examples["PageOfHistoryEntry"] = Write(new Page<HistoryEntry>([], null));
        AddList(examples, Government.All);
        AddList(examples, Location.All);
        AddList(examples, Priority.All);
        AddList(examples, FundingSource.All);
        AddList(examples, Nomenclature.All);
        AddList(examples, SpbeIndicator.All);
        examples[nameof(Board)] = Write(Shortened(board));
        examples[nameof(ImplementationView)] = Write(ImplementationView.Of(Shortened(board)));
        examples[nameof(ConstraintsView)] = Write(ConstraintsView.Of(Shortened(board)));
        FundingExamples.AddTo(examples, Plan, program);
        examples["PageOfDeferredProgram"] = Write(
            new Page<DeferredProgram>(
                [new("19.02-2023-3HXVA", "19.02", "Pilot drone desa", "Menunggu sertifikasi")],
                null
            )
        );
        examples[nameof(ClosingReport)] = Write(
            new ClosingReport("19-2024", 900, Now, [new(901, Number, "progress_reported")])
        );
        examples[nameof(ProgramPreview)] = Write(new ProgramPreview(true, [], []));
        examples["Problem"] = Write(
            Problem.Refused(
                ProgramDecider
                    .Decide(CommandExamples.PlanProgram with { Title = "TTE" }, new(Plan, new HashSet<string>()))
                    .Rejections
            )
        );
        return examples;
    }

    private static void AddList<T>(Dictionary<string, string> examples, IReadOnlyList<T> items) =>
        examples[$"ReferenceListOf{typeof(T).Name}"] = Write(
            new ReferenceList<T>("2025", "Where it comes from", new(2026, 11, 24), [.. items.Take(2)])
        );

    private static SpbeProgram PlayProgram()
    {
        var facts = new ProgramFacts(Plan, new HashSet<string>());
        var program = ProgramFold.Replay(Number, ProgramDecider.Decide(CommandExamples.PlanProgram, facts).Events)!;
        foreach (var command in CommandExamples.Played)
            program = ProgramDecider
                .Decide(program, command, facts, Now)
                .Events.Aggregate(program, (before, next) => ProgramFold.Evolve(before, Number, next));
        return program;
    }

    /// <summary>One government and one priority stand for all.</summary>
    private static Board Shortened(Board board) =>
        board with
        {
            Governments = [.. board.Governments.Where(row => row.Code == CommandExamples.PlanProgram.Government)],
            Cells = [.. board.Cells.Where(cell => cell.Programs > 0)],
        };

    /// <summary>Who asks leaves out what is not meant.</summary>
    private static string Ask(object command) => JsonSerializer.Serialize(command, command.GetType(), Asking);

    private static string Write(object value) =>
        JsonSerializer.Serialize(value, value.GetType(), CanonicalJson.Options);
}
