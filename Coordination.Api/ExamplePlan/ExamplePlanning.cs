using Coordination.Domain.Programs;
using Undated = Coordination.Api.ExamplePlan.ExampleCommands.Undated;

namespace Coordination.Api.ExamplePlan;

/// <summary>How the programs of the example were planned and related.</summary>
internal static class ExamplePlanning
{
    internal static IEnumerable<Undated> Of(ExampleProgram program, Dictionary<string, ExampleProgram> byRef)
    {
        var declared = Declared(program, byRef).ToList();
        yield return Undated.Of(program, program.Planned, "planned", Plan(program, declared));
        foreach (var (earlier, relation) in Expected(program, byRef))
            yield return Undated.Of(
                program,
                program.Planned,
                $"relation-{earlier.Ref}",
                new DeclareRelation(relation.Kind, program.Number)
            ) with
            {
                Subject = earlier.Number,
            };
    }

    private static PlanProgram Plan(ExampleProgram program, IEnumerable<Relation> relations) =>
        new()
        {
            Plan = ExampleCommands.PlanId,
            Government = program.Government,
            Priority = program.Priority,
            Title = program.Title,
            Description = program.Description,
            SubActivity = program.SubActivity,
            Locations = program.Locations,
            Output = program.Output,
            SpbeIndicators = program.SpbeIndicators,
            Schedule = program.Schedule,
            EstimatedCost = program.EstimatedCost,
            LeadAgency = program.LeadAgency,
            Reference = program.Ref,
            Relations = [.. relations],
        };

    /// <summary>Relations to programs planned before: declared with the proposal.</summary>
    private static IEnumerable<Relation> Declared(ExampleProgram program, Dictionary<string, ExampleProgram> byRef) =>
        program
            .Relations.Where(relation => IsBefore(byRef[relation.Ref], program))
            .Select(relation => new Relation(relation.Kind, byRef[relation.Ref].Number));

    /// <summary>
    /// Relations that programs planned before name to this one: they could only be declared now. One that this program names too
    /// was declared with its proposal, and once is enough.
    /// </summary>
    private static IEnumerable<(ExampleProgram Earlier, ExampleRelation Relation)> Expected(
        ExampleProgram program,
        Dictionary<string, ExampleProgram> byRef
    ) =>
        from earlier in byRef.Values
        where IsBefore(earlier, program)
        from relation in earlier.Relations
        where relation.Ref == program.Ref
        where
            relation.Kind == RelationKind.Follows
            || !program.Relations.Contains(new ExampleRelation(relation.Kind, earlier.Ref))
        select (earlier, relation);

    private static bool IsBefore(ExampleProgram a, ExampleProgram b) =>
        (a.Planned, a.Ref).CompareTo((b.Planned, b.Ref)) < 0;
}
