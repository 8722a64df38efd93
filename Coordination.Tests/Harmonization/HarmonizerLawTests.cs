using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Programs;
using CsCheck;

namespace Coordination.Tests.Harmonization;

/// <summary>What holds for the findings of any plan; a failure prints the seed that repeats it.</summary>
public sealed class HarmonizerLawTests
{
    private static readonly CoverageMap Coverage = new(
        LabelFile.Read<CoverageReport>("example-coverage.csv"),
        Example.Today
    );

    /// <summary>About nothing that another program is about, at a place of its own.</summary>
    private static readonly SpbeProgram Unrelated = SomePrograms.Of(
        99_999,
        "19.02",
        Example.Details with
        {
            Title = "Zirkonium xilofon",
            Description = "Qwertz uiop yxcvb.",
            Output = new("Asdfgh", 1, "jkl"),
            Locations = ["19.02.03"],
            Priority = "innovation",
        }
    );

    [Fact]
    public void The_index_finds_what_all_pairs_find() =>
        SomePrograms.Any.Sample(
            programs => Assert.Equal(AllPairs(programs), Texts(programs.Index().FindAll())),
            iter: 300
        );

    [Fact]
    public void So_it_does_in_a_plan_of_two_thousand()
    {
        var programs = Many(2_000);

        var found = Texts(programs.Index().FindAll());

        Assert.Equal(AllPairs(programs), found);
        Assert.True(found.Count > 500, $"Only {found.Count} overlaps: the plan is too thin to tell.");
    }

    [Fact]
    public void A_pair_is_the_same_either_way_round() =>
        SomePrograms.Any.Sample(
            programs =>
            {
                var (one, other) = (new ProgramProfile(programs[0]), new ProgramProfile(programs[1]));
                Assert.Equal(Text(Overlap.Between(one, other)), Text(Overlap.Between(other, one)));
            },
            iter: 1_000
        );

    [Fact]
    public void The_order_in_which_programs_come_changes_nothing() =>
        Gen.Select(SomePrograms.Any, Gen.Int[0, 1_000_000])
            .Sample(
                (programs, seed) =>
                {
                    var shuffled = programs.OrderBy(program => HashCode.Combine(program.Id, seed)).ToList();
                    Assert.Equal(Bytes(Find(programs)), Bytes(Find(shuffled)));
                },
                iter: 100
            );

    [Fact]
    public void An_unrelated_program_changes_no_other_finding() =>
        SomePrograms.Any.Sample(
            programs =>
            {
                var after = Find([.. programs, Unrelated]);
                var others = after.Where(finding => !finding.Programs.Contains(Unrelated.Id)).ToList();
                // It fills a gap of its own government, and gives it something to reach the target with.
                var kept = Find(programs)
                    .Where(finding =>
                        finding.Kind is not (FindingKind.Gap or FindingKind.Target) || finding.Governments[0] != "19.02"
                    );
                Assert.Equal(
                    Bytes([.. kept]),
                    Bytes([
                        .. others.Where(finding =>
                            finding.Kind is not (FindingKind.Gap or FindingKind.Target)
                            || finding.Governments[0] != "19.02"
                        ),
                    ])
                );
            },
            iter: 100
        );

    [Fact]
    public void A_program_that_is_replaced_or_removed_leaves_nothing_behind() =>
        Gen.Select(SomePrograms.Any, SomePrograms.Any)
            .Sample(
                (before, after) =>
                {
                    var index = before.Index();
                    foreach (var program in after)
                        index.Set(new(program));
                    foreach (var program in before.Where(program => !after.Exists(next => next.Id == program.Id)))
                        index.Remove(program.Id);
                    Assert.Equal(Texts(after.Index().FindAll()), Texts(index.FindAll()));
                },
                iter: 100
            );

    [Fact]
    public void Every_id_is_given_once_and_the_most_severe_come_first() =>
        SomePrograms.Any.Sample(
            programs =>
            {
                var found = Find(programs);
                Assert.Equal(found.Count, found.Select(finding => finding.Id).Distinct().Count());
                Assert.Equal(Bytes(Harmonizer.InOrder(found)), Bytes(found));
                Assert.Equal(
                    found.Select(finding => finding.Severity),
                    found.Select(finding => finding.Severity).Order()
                );
            },
            iter: 100
        );

    [Fact]
    public void The_score_can_be_computed_again_from_its_parts() =>
        SomePrograms.Any.Sample(
            programs =>
                Assert.All(
                    Find(programs).Where(finding => finding.Kind == FindingKind.Overlap),
                    finding =>
                    {
                        var (e, score) = (finding.Evidence, finding.Score!.Value);
                        var work = Math.Min(
                            1,
                            e.Subject!.Value * e.Activity!.Value * e.People!.Value * (e.SameCode!.Value ? 1.1m : 1)
                        );
                        Assert.Equal(work, e.Work!.Value, 6);
                        Assert.Equal(
                            (double)e.Work.Value * Math.Sqrt((double)(e.Place!.Value * e.Time!.Value)),
                            (double)score,
                            1e-6
                        );
                    }
                ),
            iter: 100
        );

    private static IReadOnlyList<Finding> Find(IEnumerable<SpbeProgram> programs) =>
        Harmonizer.Find(Example.Plan, programs, Coverage, Example.Today);

    /// <summary>The oracle: each program with each.</summary>
    private static List<string> AllPairs(IEnumerable<SpbeProgram> programs)
    {
        var profiles = programs
            .Select(program => new ProgramProfile(program))
            .OrderBy(profile => profile.Program.Id, StringComparer.Ordinal)
            .ToList();
        return Texts(
            from one in profiles.Index()
            from other in profiles.Skip(one.Index + 1)
            let overlap = Overlap.Between(one.Item, other)
            where overlap is not null
            select overlap
        );
    }

    private static List<string> Texts(IEnumerable<Overlap> overlaps) => [.. overlaps.Select(Text)];

    private static string Text(Overlap? overlap) =>
        overlap is null
            ? "none"
            : $"{overlap.First.Program.Id} {overlap.Second.Program.Id} {overlap.Grade} {overlap.Score} {overlap.Comparison}";

    private static string Bytes(IReadOnlyList<Finding> findings) => Json.Of(findings);

    private static List<SpbeProgram> Many(int count)
    {
        var texts = ExamplePrograms.AtTheEnd.Values.Where(program => program.IsActive).ToList();
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(at =>
                    SomePrograms.Of(
                        at,
                        texts[at % texts.Count].Government,
                        texts[at % texts.Count].Details with
                        {
                            Locations = [Village(at)],
                        }
                    )
                ),
        ];
    }

    private static string Village(int at) => VillageCodes[at * 7919 % VillageCodes.Count];

    private static readonly List<string> VillageCodes =
    [
        .. Coordination.Domain.Reference.Location.All.Select(location => location.Code).Where(code => code.Length > 8),
    ];
}
