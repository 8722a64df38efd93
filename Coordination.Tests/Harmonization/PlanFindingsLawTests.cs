using Coordination.Domain.Coverage;
using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using CsCheck;

namespace Coordination.Tests.Harmonization;

/// <summary>
/// Findings that are kept up with a plan's changes are those of the plan as it stands, found from scratch; a failure prints the seed.
/// </summary>
public sealed class PlanFindingsLawTests
{
    private static readonly List<CoverageReport> Coverage = LabelFile.Read<CoverageReport>("example-coverage.csv");

    /// <summary>What happens to one program of a plan, and to the day and the coverage before somebody looks again.</summary>
    private sealed record Change(int Program, int Kind, int Value);

    private static readonly Gen<Change[]> Changes = Gen.Select(
        Gen.Int[0, 59],
        Gen.Int[0, 7],
        Gen.Int[0, 999],
        (program, kind, value) => new Change(program, kind, value)
    ).Array[1, 40];

    [Fact]
    public void Following_changes_finds_what_is_found_from_scratch() =>
        Gen.Select(SomePrograms.Any, Changes, Gen.Int[1, 5])
            .Sample((programs, changes, every) => Follow(programs, changes, every, new(), AssertSame), iter: 60);

    [Fact]
    public void So_it_does_in_a_plan_that_becomes_crowded_and_no_longer_is()
    {
        const int most = 8;
        var (crowded, listed) = (0, 0);
        Gen.Select(SomePrograms.Any, Changes, Gen.Int[1, 5])
            .Sample(
                (programs, changes, every) =>
                    Follow(
                        programs,
                        changes,
                        every,
                        new(most),
                        (expected, found) =>
                        {
                            var overlaps = expected.Count(finding => finding.Kind == FindingKind.Overlap);
                            Interlocked.Increment(ref overlaps > most ? ref crowded : ref listed);
                            if (overlaps <= most)
                            {
                                AssertSame(expected, found);
                                return;
                            }
                            var notice = Assert.Single(found, finding => finding.Kind == FindingKind.Overlap);
                            Assert.Contains("More than 8 pairs", notice.Evidence.Reasons[0], StringComparison.Ordinal);
                            AssertSame(
                                [.. expected.Where(finding => finding.Kind != FindingKind.Overlap)],
                                [.. found.Where(finding => finding.Kind != FindingKind.Overlap)]
                            );
                        }
                    ),
                iter: 40
            );
        Assert.True(
            crowded > 50 && listed > 50,
            $"{crowded} crowded and {listed} others: one side is hardly looked at."
        );
    }

    [Fact]
    public void Following_accepted_commands_in_any_batches_finds_what_is_found_from_scratch() =>
        Gen.Select(RandomHistory.Choices, Gen.Int[1, 9], Gen.Int[0, 1_000_000])
            .Sample(
                (choices, every, seed) =>
                {
                    var history = RandomHistory.Of(choices);
                    var findings = new PlanFindings();
                    var programs = new Dictionary<string, SpbeProgram>(StringComparer.Ordinal);
                    foreach (var steps in history.Steps.Chunk(every))
                    {
                        // Of streams that changed together any may come first.
                        var changed = steps
                            .GroupBy(step => step.Id)
                            .Select(stream => stream.Last().After)
                            .OrderBy(program => HashCode.Combine(program.Id, seed))
                            .ToList();
                        findings.Set(changed);
                        foreach (var program in changed)
                            programs[program.Id] = program;
                        AssertSame(
                            Harmonizer.Find(Example.Plan, programs.Values, new(Coverage, Example.Today), Example.Today),
                            findings.Find(Example.Plan, Coverage, Example.Today).All
                        );
                    }
                },
                iter: 30
            );

    [Fact]
    public void A_plan_of_too_many_programs_says_so()
    {
        var program = Boards.Program();
        var many = Enumerable.Repeat(program, PlanFindings.MostPrograms + 1).ToList();
        var notice = Assert.Single(PlanFindings.Of(Example.Plan, many, [], Example.Today).All);
        Assert.Contains("20,000 programs", notice.Evidence.Reasons[0], StringComparison.Ordinal);
        Assert.Equal(8, notice.Governments.Count);
    }

    private static void Follow(
        List<SpbeProgram> programs,
        Change[] changes,
        int every,
        PlanFindings findings,
        Action<IReadOnlyList<Finding>, IReadOnlyList<Finding>> compare
    )
    {
        var (plan, day, reports) = (Example.Plan, Example.Today, Coverage);
        findings.Set(programs);
        foreach (var batch in changes.Chunk(every).Prepend([]))
        {
            foreach (var change in batch)
            {
                var at = change.Program % programs.Count;
                programs[at] = After(programs[at], change, programs);
                findings.Set([programs[at]]);
                day = change.Value % 5 == 0 ? day.AddDays(change.Value % 90) : day;
                reports = change.Value % 7 == 0 ? [.. Coverage.Take(change.Value % Coverage.Count)] : reports;
            }
            var found = findings.Find(plan, reports, day);
            compare(Harmonizer.Find(plan, programs, new(reports, day), day), found.All);
            AssertCounted(found);
            plan = AfterMeeting(plan, found.All, batch.Sum(change => change.Value));
        }
    }

    /// <summary>A meeting accepts a finding, as it is or as it once was, takes an acceptance back, or rarely closes the plan.</summary>
    private static Plan AfterMeeting(Plan plan, IReadOnlyList<Finding> found, int choice)
    {
        var finding = found[choice % found.Count];
        var fingerprint = choice % 3 == 0 ? "of another time" : finding.Fingerprint;
        return plan with
        {
            AcceptedFindings =
                choice % 4 == 0 && plan.AcceptedFindings.Count > 0
                    ? plan.AcceptedFindings.Remove(plan.AcceptedFindings.First().Key)
                    : plan.AcceptedFindings.SetItem(finding.Id, new(finding.Kind, fingerprint, "Sepakat")),
            Status = choice % 23 == 0 ? PlanStatus.Closed : plan.Status,
        };
    }

    private static void AssertCounted(FoundFindings found) =>
        Assert.Equal(
            found
                .All.Where(finding => finding.IsWaiting)
                .SelectMany(finding => finding.Governments)
                .CountBy(government => government)
                .OrderBy(count => count.Key, StringComparer.Ordinal),
            found.Waiting.Where(count => count.Value != 0).OrderBy(count => count.Key, StringComparer.Ordinal)
        );

    private static SpbeProgram After(SpbeProgram program, Change change, List<SpbeProgram> programs)
    {
        var other = programs[change.Value % programs.Count];
        return change.Kind switch
        {
            0 => program.With(details => other.Details with { Locations = details.Locations }),
            1 => program.With(details => details with { EstimatedCost = (change.Value + 1) * 1_000_000 }),
            2 => program with { CancellationReason = program.CancellationReason is null ? "Batal" : null },
            3 => program with { Completion = program.Completion is null ? new(Example.Today, 1, "BAST", null) : null },
            4 => program with
            {
                Funding = program.Funding.Add(
                    new($"{program.Funding.Count}", "TKD-DAKF", FundingStage.Allocated, 1_000_000, Example.Dipa, null)
                ),
            },
            5 => program with { Relations = [new((RelationKind)(change.Value % 3), other.Id)] },
            6 => program.With(details => details with { Locations = other.Details.Locations }),
            _ => program with
            {
                Progress = program.Progress.Add(new(change.Value % 101, Example.Today, null, null, null)),
            },
        };
    }

    private static void AssertSame(IReadOnlyList<Finding> expected, IReadOnlyList<Finding> found) =>
        Assert.Equal(Json.Of(Harmonizer.InOrder(expected)), Json.Of(Harmonizer.InOrder(found)));
}
