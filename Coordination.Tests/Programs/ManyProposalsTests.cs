using Coordination.Domain.Programs;
using CsCheck;

namespace Coordination.Tests.Programs;

public sealed class ManyProposalsTests
{
    private static readonly PlanProgram Proposal = Of(Example.Details);

    /// <summary>Rows of few references, some of them refused, in two governments.</summary>
    private static readonly Gen<ProposalRow[]> Files = Gen.Select(
            Gen.Int[0, 5],
            Gen.Int[0, 2],
            Gen.Bool,
            (reference, title, fails) => (reference, title, fails)
        )
        .Array[0, 12]
        .Select(rows =>
            rows.Select(
                    (row, index) =>
                        Row(
                            index + 2,
                            Proposal with
                            {
                                Reference = row.reference == 0 ? " " : $"R-{row.reference}",
                                Title = $"Pelatihan {row.title}",
                                EstimatedCost = row.fails ? 0 : 1_000_000,
                            }
                        )
                )
                .ToArray()
        );

    [Fact]
    public void An_unknown_reference_is_planned_as_a_single_proposal_is()
    {
        var (outcomes, events) = Decide([], Row(2, Proposal));
        var outcome = Assert.Single(outcomes);
        Assert.Equal((2, Example.Id, ProposalResult.Planned), (outcome.Row, outcome.Program, outcome.Result));
        Assert.Equal([Json.Of(Example.Planned)], events[Example.Id].Select(Json.Of));
    }

    [Fact]
    public void A_known_reference_is_revised_or_left_alone()
    {
        var known = ProgramFold.Replay(Example.Id, [Example.Planned])!;
        var same = Decide([known], Row(2, Proposal with { Title = $" {Proposal.Title} " }));
        Assert.Equal(ProposalResult.Unchanged, Assert.Single(same.Outcomes).Result);
        Assert.Empty(same.Events);

        var (outcomes, events) = Decide(
            [known],
            Row(2, Proposal with { Title = "Internet desa Mentok", Reason = "Desk" })
        );
        Assert.Equal((ProposalResult.Revised, Example.Id), (Assert.Single(outcomes).Result, outcomes[0].Program));
        var revised = Assert.IsType<ProgramRevised>(Assert.Single(events[Example.Id]));
        Assert.Equal(("Internet desa Mentok", "Desk"), (revised.Details.Title, revised.Reason));
    }

    [Fact]
    public void The_reference_of_another_government_is_another_programs()
    {
        var known = ProgramFold.Replay(Example.Id, [Example.Planned])! with { Government = "19.01" };
        Assert.Equal(ProposalResult.Planned, Assert.Single(Decide([known], Row(2, Proposal)).Outcomes).Result);
    }

    [Fact]
    public void What_a_rule_refuses_is_refused_with_every_reason()
    {
        var completed = ProgramFold.Replay(Example.Id, [Example.Planned, Example.Budgeted, Example.Completed])!;
        var (outcomes, events) = Decide(
            [completed],
            Row(2, Proposal with { Title = "Lain sama sekali" }),
            Row(3, Proposal with { Reference = "B", Title = "x", EstimatedCost = 0 }),
            Row(4, Proposal with { Reference = null })
        );
        Assert.Empty(events);
        Assert.Equal(
            ["program-stage", "text-length amount-invalid", "reference-missing"],
            outcomes.Select(outcome => string.Join(' ', outcome.Rejections.Select(rejection => rejection.Code)))
        );
        // Its stage matters only to who would change it.
        Assert.Equal(ProposalResult.Unchanged, Assert.Single(Decide([completed], Row(2, Proposal)).Outcomes).Result);
    }

    [Fact]
    public void Rows_that_share_a_reference_are_all_refused()
    {
        var (outcomes, events) = Decide([], Row(2, Proposal), Row(3, Proposal with { Reference = " DKI-07 " }));
        Assert.All(outcomes, outcome => Assert.Equal("reference-repeated", Assert.Single(outcome.Rejections).Code));
        Assert.Empty(events);
    }

    [Fact]
    public void The_same_file_again_changes_nothing() =>
        Files.Sample(rows =>
        {
            var (first, events) = Decide([], rows);
            var after = events.Select(stream => ProgramFold.Replay(stream.Key, stream.Value)!).ToList();
            var (second, again) = Decide(after, rows);
            Assert.Empty(again);
            Assert.Equal(
                first.Select(outcome =>
                    outcome.Result == ProposalResult.Planned ? ProposalResult.Unchanged : outcome.Result
                ),
                second.Select(outcome => outcome.Result)
            );
        });

    [Fact]
    public void The_order_of_rows_does_not_matter() =>
        Files.Sample(rows =>
        {
            var forth = Decide([], rows).Outcomes.ToDictionary(outcome => outcome.Row, outcome => outcome.Result);
            var back = Decide([], [.. rows.Reverse()])
                .Outcomes.ToDictionary(outcome => outcome.Row, outcome => outcome.Result);
            Assert.Equal(forth.OrderBy(one => one.Key), back.OrderBy(one => one.Key));
        });

    private static (
        IReadOnlyList<ProposalOutcome> Outcomes,
        IReadOnlyDictionary<string, IReadOnlyList<IProgramEvent>> Events
    ) Decide(IReadOnlyList<SpbeProgram> known, params ProposalRow[] rows) =>
        ManyProposals.Decide(Example.Plan, known, rows, Example.Now);

    private static ProposalRow Row(int number, PlanProgram proposal) =>
        new(number, number == 2 ? "7KQ2M" : $"0000{"0123456789ABCDEFGH"[number]}", proposal);

    private static PlanProgram Of(ProgramDetails details) =>
        new()
        {
            Plan = Example.PlanId,
            Government = Example.Regency,
            Priority = details.Priority,
            Title = details.Title,
            Description = details.Description,
            Locations = details.Locations,
            Output = details.Output,
            SpbeIndicators = details.SpbeIndicators,
            Schedule = details.Schedule,
            EstimatedCost = details.EstimatedCost,
            LeadAgency = details.LeadAgency,
            Reference = details.Reference,
        };
}
