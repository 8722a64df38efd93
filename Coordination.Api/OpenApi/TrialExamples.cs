using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Harmonization;
using Coordination.Domain.Assessments;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Comparisons;
using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Api.OpenApi;

/// <summary>Examples of decisions that are tried on the example's program, and of what they change.</summary>
internal static class TrialExamples
{
    private static readonly JsonSerializerOptions Asking = new(CanonicalJson.Options)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    internal static void AddTo(
        Dictionary<string, string> examples,
        Plan plan,
        SpbeProgram program,
        Assessment assessment,
        DateTimeOffset now
    )
    {
        var question = new WhatIfQuestion
        {
            Decisions =
            [
                new Reschedule(program.Id, program.Details.Schedule.Start, new(2024, 12, 15)),
                new SetTarget(0.75m, ImplementationDefinition.Completion) { Reason = "Hasil rapat koordinasi" },
            ],
        };
        var before = new PlanSnapshot(
            plan,
            new Dictionary<string, SpbeProgram>(StringComparer.Ordinal) { [program.Id] = program },
            [assessment],
            [],
            12,
            Domain.JakartaTime.DayOf(now)
        );
        var after = WhatIf.Try(before, question.Decisions, now).Events[0];
        var answer = WhatIfAnswer.Of(before, after, []);
        examples[nameof(WhatIfQuestion)] = JsonSerializer.Serialize(question, Asking);
        examples[nameof(WhatIfAnswer)] = JsonSerializer.Serialize(
            answer with
            {
                Before = Shortened(answer.Before),
                After = Shortened(answer.After),
            },
            CanonicalJson.Options
        );
        examples[nameof(Comparison)] = JsonSerializer.Serialize(answer.Changes, CanonicalJson.Options);
    }

    /// <summary>One of each stands for all.</summary>
    private static HarmonizationView Shortened(HarmonizationView view) =>
        view with
        {
            Governments = [.. view.Governments.Take(1)],
            Cells = [.. view.Cells.Where(cell => cell.Programs > 0)],
            Findings = [.. view.Findings.Take(1)],
        };
}
