using System.Text.Json;
using System.Text.Json.Serialization;
using Coordination.Api.Assessments;
using Coordination.Api.Audit;
using Coordination.Api.Coverage;
using Coordination.Api.EventChain;
using Coordination.Api.EventStore;
using Coordination.Api.Funding;
using Coordination.Api.Harmonization;
using Coordination.Api.Http;
using Coordination.Api.Plans;
using Coordination.Api.Programs;
using Coordination.Api.Reference;
using Coordination.Domain;
using Coordination.Domain.Assessments;
using Coordination.Domain.Coverage;
using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;
using Coordination.Domain.Tasks;

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
        var (assessment, day) = (PlayAssessment(), JakartaTime.DayOf(Now));
        var findings = PlanFindings.Of(Plan, [program, Twin(program)], [], day);
        var board = BoardMaker.Make(Plan, Tally.Of([program]), [assessment], 12, day, findings: findings.Waiting);
        var index = IndexViewMaker.Make(Plan, [program], [assessment], 12, day);
        var examples = CommandExamples
            .All.Concat(SecurityExamples.Asked)
            .Concat(MeetingExamples.Asked)
            .ToDictionary(asked => asked.GetType().Name, Ask);
        foreach (var (name, answer) in SecurityExamples.Answered)
            examples[name] = Write(answer);
        examples[nameof(ProgramView)] = Write(ProgramView.Of(program, 5, 12));
        examples[nameof(PlanView)] = Write(PlanView.Of(Plan, 1, 1));
        examples["PageOfProgramView"] = Write(new Page<ProgramView>([ProgramView.Of(program, 5, 12)], null));
        examples["PageOfPlanView"] = Write(new Page<PlanView>([PlanView.Of(Plan, 1, 1)], null));
        examples["PageOfHistoryEntry"] = Write(new Page<HistoryEntry>([], null));
        AddReference(examples);
        examples[nameof(Board)] = Write(Shortened(board));
        var overlap = findings.All.Where(finding => finding.Grade is not null).ToList();
        examples[nameof(HarmonizationView)] = Write(HarmonizationView.Of(Shortened(board), overlap));
        examples["PageOfFinding"] = Write(new Page<Finding>(overlap, null));
        examples[nameof(ImplementationView)] = Write(ImplementationView.Of(Shortened(board)));
        examples[nameof(ConstraintsView)] = Write(ConstraintsView.Of(Shortened(board)));
        AddOther(examples, program, assessment);
        MeetingExamples.AddTo(examples, Plan, (program, Twin(program), assessment), findings.All, Now);
        examples[nameof(IndexView)] = Write(Shortened(index));
        examples[nameof(AssessmentView)] = Write(Shortened(AssessmentView.Of(assessment, 48, 11, day)));
        examples["PageOfAssessmentRow"] = Write(
            new Page<AssessmentRow>([AssessmentRow.Of(AssessmentView.Of(assessment, 48, 11, day))], null)
        );
        examples[nameof(ComputedIndex)] = Write(
            IndexCalculator.Compute(CommandExamples.ComputeIndex, SpbeInstruments.Official).Events[0]
        );
        var coverage = CoverageFold.Replay(CoverageDecider.Decide(null, CommandExamples.ReportCoverage, day).Events)!;
        examples[nameof(CoverageView)] = Write(CoverageView.Of(coverage, 1, 9, day));
        examples[nameof(CoveragePage)] = Write(
            new CoveragePage(9, day, [.. CoverageRow.Of(CoverageView.Of(coverage, 1, 9, day))], null)
        );
        AddNews(examples, program, day);
        examples[nameof(ClosingReport)] = Write(
            new ClosingReport("19-2024", 900, Now, [new(901, Number, "progress_reported")])
        );
        examples[nameof(ProgramPreview)] = Write(new ProgramPreview(true, [], [], overlap));
        examples["Problem"] = Write(
            Problem.Refused(
                ProgramDecider
                    .Decide(CommandExamples.PlanProgram with { Title = "TTE" }, new(Plan, new HashSet<string>()))
                    .Rejections
            )
        );
        return examples;
    }

    private static void AddReference(Dictionary<string, string> examples)
    {
        AddList(examples, Government.All);
        AddList(examples, Location.All);
        AddList(examples, Priority.All);
        AddList(examples, FundingSource.All);
        AddList(examples, Nomenclature.All);
        AddList(examples, SpbeInstruments.Official.Latest.Indicators);
        AddList(examples, NationalApplication.All);
        AddList(examples, CentralAffair.All);
    }

    private static void AddOther(Dictionary<string, string> examples, SpbeProgram program, Assessment assessment)
    {
        FundingExamples.AddTo(examples, Plan, program);
        examples["PageOfAuditEvent"] = Write(new Page<AuditEvent>([AuditExamples.Event], null));
        examples[nameof(Verification)] = Write(AuditExamples.Verification);
        TrialExamples.AddTo(examples, Plan, program, assessment, Now);
    }

    /// <summary>What happens to a plan, and what waits for its governments.</summary>
    private static void AddNews(Dictionary<string, string> examples, SpbeProgram program, DateOnly day)
    {
        examples[nameof(Change)] = Write(new Change(12, "progress_reported", Number, program.Government));
        examples["PageOfWaitingTask"] = Write(
            new Page<WaitingTask>([.. TaskMaker.Make(Plan, [program], [], [], [], day).Take(2)], null)
        );
        examples["PageOfDeferredProgram"] = Write(
            new Page<DeferredProgram>(
                [new("19.02-2023-3HXVA", "19.02", "Pilot drone desa", "Menunggu sertifikasi")],
                null
            )
        );
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

    /// <summary>The same work once more, by the province.</summary>
    private static SpbeProgram Twin(SpbeProgram program) =>
        new("19-2024-3HXVA", program.Plan, "19", program.Details with { EstimatedCost = 90_000_000 });

    /// <summary>Levels by which the index is 2.61, and the decree that published it.</summary>
    private static Assessment PlayAssessment()
    {
        var id = new AssessmentId(CommandExamples.PlanProgram.Government, 2023);
        return CommandExamples.AssessmentPlayed.Aggregate(
            (Assessment?)null,
            (state, command) =>
                AssessmentDecider
                    .Decide(state, id, command, SpbeInstruments.Official, JakartaTime.DayOf(Now))
                    .Events.Aggregate(state, AssessmentFold.Evolve)
        )!;
    }

    private static AssessmentView Shortened(AssessmentView view) =>
        view with
        {
            Levels = [.. view.Levels.Take(2)],
            Weakest = [.. view.Weakest.Take(2)],
            NextSteps = [.. view.NextSteps.Take(2)],
        };

    private static IndexView Shortened(IndexView view) =>
        view with
        {
            Governments =
            [
                .. view
                    .Governments.Where(row => row.Code == CommandExamples.PlanProgram.Government)
                    .Select(row => row with { Unlifted = [.. row.Unlifted.Take(2)] }),
            ],
        };

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
