using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Decisions;

/// <summary>A merge of several programs: one after the other, each with its events on both streams.</summary>
internal static class Merging
{
    private const int MostPrograms = 20;

    internal static Effects Of(Merge decision, DecisionScope scope)
    {
        if (decision.From.Count is 0 or > MostPrograms)
            return new()
            {
                Rejections =
                [
                    new(
                        RejectionKind.Rule,
                        "merge-size",
                        "from",
                        $"{decision.From.Count} programs are to be merged; it needs 1 to {MostPrograms}."
                    ),
                ],
            };
        var into = scope.Find(decision.Into);
        var rejections = new List<Rejection>();
        if (into is null)
            rejections.Add(DecisionEffects.Unknown(decision.Into, "into", scope.Plan));
        var effects = new List<ProgramEffect>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, id) in decision.From.Index())
        {
            var field = $"from[{index}]";
            var program = scope.Find(id);
            if (program is null)
                rejections.Add(DecisionEffects.Unknown(id, field, scope.Plan));
            if (program is null || into is null || !seen.Add(id))
                continue;
            var outcome = ProgramDecider.Decide(
                program,
                new MergeProgram(into.Id, scope.Decision, DecisionEffects.ReasonOf(decision)),
                scope.Facts(into),
                scope.Now
            );
            // What is wrong between the two is said of the one that would end: of the other there is only one.
            rejections.AddRange(DecisionEffects.Told(outcome.Rejections, field, name => name == "into" ? field : name));
            if (outcome.Events is not [.., ProgramMerged merged])
                continue;
            var received = MergeDecisions.Received(merged, program, into);
            effects.Add(new(id, outcome.Events));
            effects.Add(new(into.Id, [received]));
            into = ProgramFold.Evolve(into, into.Id, received);
        }
        return new() { Programs = rejections.Count == 0 ? effects : [], Rejections = [.. rejections.Distinct()] };
    }
}
