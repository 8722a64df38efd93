using Coordination.Domain.Funding;
using Coordination.Domain.Programs;
using CsCheck;

namespace Coordination.Tests.Funding;

public class ReconciliationTests
{
    private static readonly OwnEntry Ours = new(Example.Id, "1", "914/12/DPA/2024", "APBD-KABKOTA", 600);
    private static readonly OtherEntry Theirs = new(2, "914/12/DPA/2024", "APBD-KABKOTA", 600);

    [Theory]
    [InlineData("914/12/DPA/2024")]
    [InlineData(" 914/12/dpa / 2024 ")]
    public void Equal_amounts_of_a_document_match_however_its_number_is_spaced(string document)
    {
        var item = Compare([Theirs with { Document = document }], [Ours]);
        Assert.Equal(
            (ReconciliationResult.Matched, 600, 600, 0),
            (item.Result, item.Here, item.There, item.Difference)
        );
        Assert.Empty(item.Reasons);
    }

    [Fact]
    public void A_document_of_many_lines_and_rows_is_compared_by_its_sums()
    {
        var matched = Compare(
            [Theirs with { Amount = 500 }, Theirs with { Row = 3, Amount = 300 }],
            [Ours, Ours with { Line = "2", Amount = 200 }]
        );
        Assert.Equal(ReconciliationResult.Matched, matched.Result);
        Assert.Equal([2, 3], matched.Rows);
        var differing = Compare([Theirs with { Amount = 500 }], [Ours, Ours with { Line = "2", Amount = 200 }]);
        Assert.Equal((ReconciliationResult.Differing, -300), (differing.Result, differing.Difference));
        Assert.Equal(
            ["The other system has Rp300 less than this one.", "2 amounts here are summed."],
            differing.Reasons
        );
    }

    [Fact]
    public void What_one_side_lacks_is_missing_there()
    {
        Assert.Equal(ReconciliationResult.MissingHere, Compare([Theirs], []).Result);
        Assert.Equal(ReconciliationResult.MissingThere, Compare([], [Ours]).Result);
    }

    [Fact]
    public void The_same_number_under_another_source_explains_both_ends()
    {
        var items = Reconciliation.Compare([Theirs with { Source = "APBD-PROV" }], [Ours]);
        Assert.Contains("The other side has this document under APBD-KABKOTA, with Rp600.", items[0].Reasons);
        Assert.Contains("The other side has this document under APBD-PROV, with Rp600.", items[1].Reasons);
    }

    [Fact]
    public void Other_punctuation_and_an_equal_amount_are_offered_as_reasons()
    {
        Assert.Contains(
            "The other side writes it '914/12/DPA/2024', with Rp600.",
            Reconciliation.Compare([Theirs with { Document = "914.12.DPA-2024", Amount = 5 }], [Ours])[0].Reasons
        );
        Assert.Contains(
            "The other side has the same amount under '914/12/DPA/2024'.",
            Reconciliation.Compare([Theirs with { Document = "77" }], [Ours])[0].Reasons
        );
    }

    [Fact]
    public void A_line_without_a_document_cannot_be_compared()
    {
        var item = Compare([], [Ours with { Document = null }]);
        Assert.Equal((ReconciliationResult.MissingThere, null), (item.Result, item.Document));
        Assert.Contains("has no document", Assert.Single(item.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_are_all_allocated_lines_and_a_line_on_its_way_explains_a_difference()
    {
        var program = Boards.Program(
            Example.Budgeted,
            Example.Budgeted with
            {
                Line = "2",
                Stage = FundingStage.Ceiling,
                Document = Example.Dipa,
                Amount = 5,
            },
            Example.Cancelled
        );
        var entries = OwnEntries.Of(ReconciliationOf.Allocations, [program], new());
        Assert.Equal([600_000_000, 0], entries.Select(entry => entry.Amount));
        Assert.Equal("is of a program that is cancelled", entries[0].Remark);
        var item = Compare([new(2, Example.Dipa.Number, "APBD-KABKOTA", 5)], [entries[1]]);
        Assert.Contains($"Line 2 of {Example.Id} has Rp5 at the stage ceiling, not allocated.", item.Reasons);
        Assert.Empty(Reconciliation.Compare([], [entries[1]]));
    }

    [Fact]
    public void Payments_are_compared_by_their_own_documents()
    {
        var program = Boards.Program(Example.Budgeted, Example.Realised);
        var entry = Assert.Single(OwnEntries.Of(ReconciliationOf.Realisations, [program], new()));
        Assert.Equal(new(Example.Id, "1", Example.Sp2d.Number, "APBD-KABKOTA", 100_000_000), entry);
        Assert.Empty(OwnEntries.Of(ReconciliationOf.Realisations, [program], new(Source: "HIBAH")));
    }

    [Fact]
    public void No_money_of_either_side_is_lost_or_counted_twice() =>
        Gen.Select(
                Gen.Int[0, 5],
                Gen.Int[0, 1],
                Gen.Int[0, 9],
                (document, source, amount) => (document, source, amount)
            )
            .Array[0, 20]
            .Array[2]
            .Sample(sides =>
            {
                string[] sources = ["APBD-PROV", "HIBAH"];
                var there = sides[0]
                    .Select((one, row) => new OtherEntry(row + 2, $"d-{one.document}", sources[one.source], one.amount))
                    .ToList();
                var here = sides[1]
                    .Select(
                        (one, line) =>
                            new OwnEntry(
                                Example.Id,
                                $"{line}",
                                one.document == 5 ? null : $"D{(one.amount % 2 == 0 ? "-" : "- ")}{one.document}",
                                sources[one.source],
                                one.amount
                            )
                    )
                    .ToList();
                var items = Reconciliation.Compare(there, here);

                Assert.Equal(there.Sum(entry => entry.Amount), items.Sum(item => item.There ?? 0));
                Assert.Equal(here.Sum(entry => entry.Amount), items.Sum(item => item.Here ?? 0));
                Assert.Equal(there.Count, items.Sum(item => item.Rows.Count));
                Assert.All(items, item => Assert.Equal((item.There ?? 0) - (item.Here ?? 0), item.Difference));
            });

    private static ReconciliationItem Compare(
        IReadOnlyCollection<OtherEntry> there,
        IReadOnlyCollection<OwnEntry> here
    ) => Assert.Single(Reconciliation.Compare(there, here));
}
