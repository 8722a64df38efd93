using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Comparisons;
using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Programs;
using CsCheck;

namespace Coordination.Tests.Harmonization.Comparisons;

/// <summary>What has changed in a plan between two points.</summary>
public class ComparisonTests
{
    private static readonly SpbeProgram Program = Given.Program(Example.Budgeted).State;
    private static readonly PlanSnapshot Plan = Snapshots.Of(Program, SomePrograms.Other);

    [Fact]
    public void Equal_ends_differ_in_nothing() =>
        RandomHistory.Choices.Sample(
            choices =>
            {
                var programs = RandomHistory.Of(choices).Programs.Values;
                var same = Comparing.Of(Snapshots.Of(programs), Snapshots.Of(programs));

                Assert.Equal(Json.Of(same.From), Json.Of(same.To));
                Assert.Empty(Programs(same));
                Assert.Empty(same.Money);
                Assert.Empty(same.Findings.Opened);
                Assert.Empty(same.Findings.Closed);
                Assert.Empty(same.Findings.Changed);
            },
            iter: 30
        );

    [Fact]
    public void Exchanged_ends_exchange_what_came_and_went() =>
        Gen.Select(RandomHistory.Choices, Gen.Int[0, 120])
            .Sample(
                (choices, cut) =>
                {
                    var (a, b) = (Upto(choices, cut), Upto(choices, choices.Length));
                    var (there, back) = (Comparing.Of(a, b), Comparing.Of(b, a));

                    Assert.Equal(Ids(there.Programs.Added), Ids(back.Programs.Removed));
                    Assert.Equal(Ids(there.Programs.Removed), Ids(back.Programs.Added));
                    Assert.Equal(Ids(there.Programs.Changed), Ids(back.Programs.Changed));
                    Assert.Equal(
                        there.Findings.Opened.Select(finding => finding.Id),
                        back.Findings.Closed.Select(finding => finding.Id)
                    );
                    Assert.Equal(
                        there.Money.Select(change => (change.From, change.To)),
                        back.Money.Select(change => (change.To, change.From))
                    );
                },
                iter: 30
            );

    [Fact]
    public void Money_that_moved_adds_up_to_the_totals() =>
        Gen.Select(RandomHistory.Choices, Gen.Int[0, 120])
            .Sample(
                (choices, cut) =>
                {
                    var change = Comparing.Of(Upto(choices, cut), Upto(choices, choices.Length));

                    Assert.Equal(
                        (
                            change.To.Totals.Funded - change.From.Totals.Funded,
                            change.To.Totals.Realised - change.From.Totals.Realised,
                            change.To.Totals.Released - change.From.Totals.Released
                        ),
                        (
                            change.Money.Sum(row => row.To.Allocated - row.From.Allocated),
                            change.Money.Sum(row => row.To.Realised - row.From.Realised),
                            change.Money.Sum(row => row.To.Released - row.From.Released)
                        )
                    );
                },
                iter: 50
            );

    [Fact]
    public void A_program_that_came_went_or_changed_stands_in_one_list()
    {
        var third = SomePrograms.Other with { Id = "19.02-2024-8RW4T", Government = "19.02" };
        var revised = Program with { Details = Program.Details with { Title = "Judul lain", EstimatedCost = 5 } };
        var cancelled = SomePrograms.Other with { CancellationReason = "Ganda" };

        var change = Comparing.Of(Plan, Snapshots.Of(revised, cancelled, third)).Programs;

        Assert.Equal([third.Id], Ids(change.Added));
        Assert.Empty(change.Added[0].Changes);
        Assert.Equal([Example.OtherId], Ids(change.Removed));
        Assert.Equal(
            new("status", ProgramStatus.Planned, ProgramStatus.Cancelled),
            Assert.Single(change.Removed[0].Changes)
        );
        Assert.Equal(
            [new("title", Example.Details.Title, "Judul lain"), new("estimatedCost", 1_000_000_000m, 5m)],
            Assert.Single(change.Changed).Changes
        );
    }

    [Fact]
    public void A_merge_moves_money_and_closes_the_overlap()
    {
        var change = Comparing.Of(
            Snapshots.Of(Program, SomePrograms.Other),
            Plan.After(new Merge(Example.OtherId) { From = [Example.Id] })
        );
        Assert.Equal(
            [("19.01", 0m, 600_000_000m), ("19.05", 600_000_000m, 0m)],
            change.Money.Select(row => (row.Government, row.From.Allocated, row.To.Allocated))
        );
        Assert.Contains(change.Findings.Closed, finding => finding.Programs.Contains(Example.Id));
        Assert.Equal(
            new("merger.into", null, Example.OtherId),
            Assert.Single(change.Programs.Removed[0].Changes, field => field.Field == "merger.into")
        );
    }

    [Fact]
    public void Each_end_is_evaluated_for_its_own_day()
    {
        var later = Snapshots.On(new(2024, 12, 31), Example.Plan, Plan.Programs.Values);
        var change = Comparing.Of(Plan, later);
        Assert.Contains(change.Findings.Opened, finding => finding.Kind.ToString() == "Schedule");
        Assert.Empty(Programs(change));
    }

    private static IEnumerable<ProgramChange> Programs(Comparison comparison) =>
        [.. comparison.Programs.Added, .. comparison.Programs.Removed, .. comparison.Programs.Changed];

    private static IEnumerable<string> Ids(IEnumerable<ProgramChange> changes) =>
        changes.Select(change => change.Program);

    private static PlanSnapshot Upto(Choice[] choices, int cut) =>
        Snapshots.Of(RandomHistory.Of(choices.Take(cut)).Programs.Values);
}
