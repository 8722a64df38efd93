using Coordination.Domain.Plans;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Programs;

/// <summary>Planning, revising, reassigning a program, and its relations.</summary>
internal static class PlanningDecisions
{
    internal const int MostRelations = 50;

    internal static Outcome<IProgramEvent> Plan(Verdict verdict, PlanProgram c, ProgramFacts facts)
    {
        var details = c.Normalised();
        var plan = facts.Plan;
        verdict.Require(plan is not null, "plan-unknown", "plan", $"There is no plan '{c.Plan}'.");
        verdict.RequireStage(
            plan is not { Status: PlanStatus.Closed },
            "plan-closed",
            "plan",
            $"Plan {c.Plan} is closed; it takes no new programs."
        );
        var governmentFits = RequireGovernment(verdict, c.Government, plan?.Province);
        verdict.RequireDetails(details, governmentFits ? c.Government : null, plan?.Year);
        RequireFreeReference(verdict, details.Reference, facts, id: null);
        var relations = c.Relations.Distinct().ToList();
        verdict.Require(
            relations.Count <= MostRelations,
            "too-many-relations",
            "relations",
            $"{relations.Count} relations are declared; at most {MostRelations} are taken."
        );
        for (var i = 0; i < Math.Min(relations.Count, MostRelations); i++)
            RequireProgram(verdict, relations[i].Program, $"relations[{i}].program", facts);
        return verdict.Decide<IProgramEvent>(() =>
            [
                new ProgramPlanned(c.Plan, c.Government, details),
                .. relations.Select(relation => new RelationDeclared(
                    c.Plan,
                    c.Government,
                    relation.Kind,
                    relation.Program
                )),
            ]
        );
    }

    internal static Outcome<IProgramEvent> Revise(
        Verdict verdict,
        SpbeProgram program,
        ReviseProgram c,
        ProgramFacts facts
    )
    {
        var details = c.Normalised();
        verdict.Require(
            (c.Plan ?? program.Plan) == program.Plan,
            "plan-fixed",
            "plan",
            $"Program {program.Id} belongs to plan {program.Plan}; a revision does not move it to '{c.Plan}'."
        );
        verdict.Require(
            (c.Government ?? program.Government) == program.Government,
            "government-fixed",
            "government",
            $"Program {program.Id} belongs to {program.Government}; reassign it to move it to '{c.Government}'."
        );
        verdict.RequireDetails(details, program.Government, facts.Plan?.Year);
        RequireFreeReference(verdict, details.Reference, facts, program.Id);
        return verdict.Decide<IProgramEvent>(() =>
            details.SaysTheSameAs(program.Details)
                ? []
                : [new ProgramRevised(program.Plan, program.Government, details, c.Reason.Trim())]
        );
    }

    internal static Outcome<IProgramEvent> Reassign(
        Verdict verdict,
        SpbeProgram program,
        ReassignProgram c,
        ProgramFacts facts
    )
    {
        if (RequireGovernment(verdict, c.Government, facts.Plan?.Province))
            verdict.RequireLocationsWithin(program.Details.Locations, c.Government, "government");
        RequireFreeReference(verdict, program.Details.Reference, facts, program.Id);
        return verdict.Decide<IProgramEvent>(() =>
            c.Government == program.Government
                ? []
                : [new ProgramReassigned(program.Plan, c.Government, program.Government, c.Reason.Trim())]
        );
    }

    internal static Outcome<IProgramEvent> Declare(
        Verdict verdict,
        SpbeProgram program,
        DeclareRelation c,
        ProgramFacts facts
    )
    {
        RequireProgram(verdict, c.Program, "program", facts);
        verdict.Require(
            c.Program != program.Id,
            "relation-to-itself",
            "program",
            $"Program {program.Id} cannot stand in a relation to itself."
        );
        var isDeclared = program.Relations.Contains(new(c.Kind, c.Program));
        verdict.Require(
            isDeclared || program.Relations.Count < MostRelations,
            "too-many-relations",
            "program",
            $"Program {program.Id} has declared {MostRelations} relations, the most there may be."
        );
        return verdict.Decide<IProgramEvent>(() =>
            isDeclared ? [] : [new RelationDeclared(program.Plan, program.Government, c.Kind, c.Program)]
        );
    }

    internal static Outcome<IProgramEvent> Withdraw(Verdict verdict, SpbeProgram program, WithdrawRelation c)
    {
        verdict.RequireKnown(
            program.Relations.Contains(new(c.Kind, c.Program)),
            "relation-unknown",
            "program",
            $"Program {program.Id} has declared no such relation to '{c.Program}'."
        );
        return verdict.Decide<IProgramEvent>(() =>
            [new RelationWithdrawn(program.Plan, program.Government, c.Kind, c.Program)]
        );
    }

    private static bool RequireGovernment(Verdict verdict, string code, string? province) =>
        verdict.Require(
            Government.Find(code) is not null,
            "government-unknown",
            "government",
            $"'{code}' is not the code of a government."
        )
        && verdict.Require(
            province is null || Location.Contains(province, code),
            "government-outside-province",
            "government",
            $"Government {code} does not belong to province {province} of the plan."
        );

    private static void RequireProgram(Verdict verdict, string program, string field, ProgramFacts facts) =>
        verdict.Require(
            facts.KnownPrograms.Contains(program),
            "program-unknown",
            field,
            $"There is no program '{program}'."
        );

    private static void RequireFreeReference(Verdict verdict, string? reference, ProgramFacts facts, string? id) =>
        verdict.Require(
            reference is null || facts.ReferenceHolder is null || facts.ReferenceHolder == id,
            "reference-taken",
            "reference",
            $"Reference '{reference}' already belongs to program {facts.ReferenceHolder}."
        );
}
