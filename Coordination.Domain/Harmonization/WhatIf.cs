using System.Collections.Immutable;
using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization;

/// <summary>Tries decisions on a plan, one after the other, without storing anything.</summary>
public static class WhatIf
{
    /// <summary>As many as a meeting can oversee.</summary>
    public const int MostDecisions = 50;

    /// <summary>Nothing is stored, so nothing needs to be justified.</summary>
    private const string NoReason = "Percobaan";

    /// <summary>
    /// The plan once the decisions have taken effect, or every rule that they break, each told by the decision's place:
    /// <c>decisions[2].into</c>. Programs that they begin are called <c>draft-1</c>, <c>draft-2</c> …
    /// </summary>
    /// <param name="before">The plan as it is.</param>
    /// <param name="decisions">1 to 50 decisions.</param>
    /// <param name="now">The moment at which they act, UTC, on the snapshot's day.</param>
    public static Outcome<PlanSnapshot> Try(PlanSnapshot before, IReadOnlyList<Decision> decisions, DateTimeOffset now)
    {
        if (decisions.Count is 0 or > MostDecisions)
            return new()
            {
                Rejections =
                [
                    new(
                        RejectionKind.Rule,
                        "decisions-count",
                        "decisions",
                        $"{decisions.Count} decisions are to be tried; it needs 1 to {MostDecisions}."
                    ),
                ],
            };
        var plan = before.Plan;
        PlanFindings? found = null;
        var programs = before.Programs.ToImmutableSortedDictionary(StringComparer.Ordinal);
        var (drafts, rejections, warnings) = (0, new List<Rejection>(), new List<Warning>());
        foreach (var (index, decision) in decisions.Index())
        {
            var scope = new DecisionScope(plan, programs, $"what-if-{index + 1}", $"draft-{drafts + 1}", now)
            {
                ReferenceHolder = HolderOf(decision, programs),
                Finding = decision is Accept accept
                    ? before.With(plan, programs).Find(accept.Finding, found ??= Known(programs.Values))
                    : null,
            };
            var effects = DecisionEffects.Of(decision with { Reason = decision.Reason ?? NoReason }, scope);
            rejections.AddRange(effects.Rejections.Select(one => one with { Field = At(index, one.Field) }));
            warnings.AddRange(effects.Warnings.Select(one => one with { Field = At(index, one.Field) }));
            plan = effects.Plan.Aggregate(plan, PlanFold.Evolve);
            programs = effects.Programs.Aggregate(programs, After);
            found?.Set(effects.Programs.Select(effect => programs[effect.Program]));
            drafts += decision is Adopt && effects.Programs.Count > 0 ? 1 : 0;
        }
        return rejections.Count > 0
            ? new() { Rejections = rejections }
            : new() { Events = [before.With(plan, programs)], Warnings = warnings };
    }

    private static ImmutableSortedDictionary<string, SpbeProgram> After(
        ImmutableSortedDictionary<string, SpbeProgram> programs,
        ProgramEffect effect
    ) =>
        programs.SetItem(
            effect.Program,
            effect.Events.Aggregate(
                programs.GetValueOrDefault(effect.Program),
                (program, next) => ProgramFold.Evolve(program, effect.Program, next)
            )!
        );

    private static PlanFindings Known(IEnumerable<SpbeProgram> programs)
    {
        var found = new PlanFindings();
        found.Set(programs);
        return found;
    }

    /// <summary>Who has the reference that a decision would take; the command's table of references tells the same.</summary>
    private static string? HolderOf(Decision decision, ImmutableSortedDictionary<string, SpbeProgram> programs)
    {
        var (government, reference) = decision switch
        {
            Adopt d => (d.Draft.Government, d.Draft.Reference?.Trim()),
            Reassign d => (d.Government, programs.GetValueOrDefault(d.Program)?.Details.Reference),
            _ => ("", null),
        };
        return string.IsNullOrEmpty(reference)
            ? null
            : programs
                .Values.FirstOrDefault(program =>
                    program.Government == government && program.Details.Reference == reference
                )
                ?.Id;
    }

    private static string At(int index, string field) => $"decisions[{index}].{field}";
}
