using Coordination.Domain;
using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Tests.Harmonization;

namespace Coordination.Tests;

/// <summary>Plans at a point, and decisions tried on them.</summary>
internal static class Snapshots
{
    private static readonly List<CoverageReport> Coverage = LabelFile.Read<CoverageReport>("example-coverage.csv");

    internal static PlanSnapshot Of(params IEnumerable<SpbeProgram> programs) =>
        On(Example.Today, Example.Plan, programs);

    internal static PlanSnapshot On(DateOnly day, Plan plan, IEnumerable<SpbeProgram> programs) =>
        new(plan, programs.ToDictionary(program => program.Id, StringComparer.Ordinal), [], Coverage, 42, day);

    internal static Outcome<PlanSnapshot> Try(this PlanSnapshot plan, params IReadOnlyList<Decision> decisions) =>
        WhatIf.Try(plan, decisions, JakartaTime.EndOf(plan.Day));

    /// <summary>The plan after decisions that must be accepted.</summary>
    internal static PlanSnapshot After(this PlanSnapshot plan, params IReadOnlyList<Decision> decisions)
    {
        var outcome = plan.Try(decisions);
        Assert.True(outcome.IsAccepted, string.Join('\n', outcome.Rejections));
        return outcome.Events[0];
    }

    /// <summary>Refused for exactly these, told by code and field.</summary>
    internal static void ShouldRefuse(
        this PlanSnapshot plan,
        IReadOnlyList<Decision> decisions,
        params IEnumerable<(string Code, string Field)> rules
    )
    {
        var outcome = plan.Try(decisions);
        Assert.Empty(outcome.Events);
        Assert.Equal(rules.Order(), outcome.Rejections.Select(one => (one.Code, one.Field)).Order());
    }
}
