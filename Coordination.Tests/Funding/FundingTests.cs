using Coordination.Domain.Funding;

namespace Coordination.Tests.Funding;

public class FundingTests
{
    private static readonly FundingLine Line = new("1", "APBD-PROV", FundingStage.Allocated, 5, null, null);

    [Theory]
    [InlineData("0", "Rp0")]
    [InlineData("999", "Rp999")]
    [InlineData("1250000", "Rp1.250.000")]
    [InlineData("1250000.50", "Rp1.250.000,5")]
    [InlineData("100000000000000", "Rp100.000.000.000.000")]
    public void Amounts_are_written_the_Indonesian_way(string amount, string text) =>
        Assert.Equal(text, Rupiah.Text(Exact.Decimal(amount)));

    [Theory]
    [InlineData("5", 0, true)]
    [InlineData("5.00", 0, true)]
    [InlineData("5.01", 0, false)]
    [InlineData("5.01", 2, true)]
    [InlineData("5.001", 2, false)]
    public void Decimals_are_counted_by_value_not_by_how_they_are_written(string amount, int decimals, bool holds) =>
        Assert.Equal(holds, Rupiah.HasAtMostDecimals(Exact.Decimal(amount), decimals));

    [Fact]
    public void A_line_counts_as_funded_at_its_last_stage_alone_and_while_no_grant_has_taken_its_place()
    {
        Assert.True(Line.IsAllocated);
        Assert.False((Line with { ClosedBy = "r1" }).IsAllocated);
        Assert.All(
            (FundingStage[])[FundingStage.Proposed, FundingStage.Indicative, FundingStage.Ceiling],
            stage => Assert.False((Line with { Stage = stage }).IsAllocated)
        );
    }

    [Fact]
    public void A_source_is_found_by_its_exact_code()
    {
        Assert.Equal("Dana desa", FundingSource.Find("DANA-DESA")?.Name);
        Assert.Null(FundingSource.Find("dana-desa"));
        Assert.Null(FundingSource.Find(""));
    }
}
