using Coordination.Domain.Funding;
using Coordination.Domain.Reference;

namespace Coordination.Tests.Reference;

public class ReferenceDataTests
{
    [Fact]
    public void There_are_eight_governments_and_one_is_the_province()
    {
        Assert.Equal(
            ["19", "19.01", "19.02", "19.03", "19.04", "19.05", "19.06", "19.71"],
            Government.All.Select(government => government.Code)
        );
        Assert.Equal(Government.All, Government.Within("19"));
        Assert.Equal("Kabupaten Bangka Barat", Government.Find("19.05")?.Name);
        Assert.Equal("Provinsi Kepulauan Bangka Belitung", Government.FindProvince("19")?.Name);
        Assert.Null(Government.FindProvince("19.05"));
        Assert.Null(Government.Find("19.0"));
    }

    [Theory]
    [InlineData("19", GovernmentTier.Province, '1')]
    [InlineData("19.05", GovernmentTier.Regency, '2')]
    [InlineData("19.71", GovernmentTier.City, '2')]
    public void A_government_carries_the_digit_of_its_tier(string code, GovernmentTier tier, char digit) =>
        Assert.Equal((tier, digit), (Government.Find(code)!.Tier, Government.Find(code)!.TierDigit));

    [Fact]
    public void There_are_twelve_priorities_in_the_order_of_the_meeting()
    {
        Assert.Equal(12, Priority.All.Count);
        Assert.Equal(
            [
                "cyber-security",
                "digital-economy",
                "digital-talent",
                "electronic-signature",
                "government-digital",
                "innovation",
                "national-data-centre",
                "one-data",
                "primary-legislation",
                "public-communication",
                "public-information",
                "village-internet",
            ],
            Priority.All.Select(priority => priority.Code).Order(StringComparer.Ordinal)
        );
        Assert.Equal("village-internet", Priority.All[0].Code);
        Assert.Equal("Keamanan siber", Priority.Find("cyber-security")?.Name);
        Assert.Null(Priority.Find("internet"));
    }

    [Fact]
    public void There_are_fourteen_sources_of_which_seven_are_APBN_support()
    {
        Assert.Equal(14, FundingSource.All.Count);
        Assert.Equal(
            ["APBN-KL", "APBN-DEKON", "APBN-TP", "APBN-BAKTI", "TKD-DAKF", "TKD-DAKNF", "TKD-DAU-SG"],
            FundingSource.All.Where(source => source.IsApbnSupport).Select(source => source.Code)
        );
        Assert.Equal(
            ["APBD-PROV", "APBD-KABKOTA", "BANKEU-PROV", "DANA-DESA", "HIBAH", "CSR", "LAIN"],
            FundingSource.All.Where(source => !source.IsApbnSupport).Select(source => source.Code)
        );
    }

    [Fact]
    public void APBN_support_and_nothing_else_goes_outside_or_through_regional_budgets() =>
        Assert.All(
            FundingSource.All,
            source =>
                Assert.Equal(
                    source.IsApbnSupport,
                    source.Channel is FundingChannel.OutsideApbd or FundingChannel.ThroughApbd
                )
        );

    [Fact]
    public void Central_money_of_the_centre_stays_outside_of_regional_budgets_and_transfers_pass_through_them()
    {
        Assert.Equal(FundingChannel.OutsideApbd, FundingSource.Find("APBN-BAKTI")?.Channel);
        Assert.Equal(FundingChannel.ThroughApbd, FundingSource.Find("TKD-DAKF")?.Channel);
    }

    [Fact]
    public void Every_reference_file_says_where_it_comes_from() =>
        Assert.Equal(
            [
                "activity-closeness.csv",
                "central-affairs.csv",
                "funding-sources.csv",
                "governments.csv",
                "lexicon.csv",
                "locations.csv",
                "national-applications.csv",
                "nomenclature.csv",
                "priorities.csv",
                "roots.csv",
                "spbe-instrument-2020.csv",
                "spbe-instruments.csv",
                "spbe-predicates-2020.csv",
                "stem-exceptions.csv",
                "synonyms.csv",
                "word-weights.csv",
            ],
            ReferenceSource
                .All.Where(row => row.Source.Length > 10 && row.Version.Length > 0 && row.ReadOn.Year >= 2024)
                .Select(row => row.File)
                .Order(StringComparer.Ordinal)
        );
}
