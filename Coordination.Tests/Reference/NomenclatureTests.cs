using Coordination.Domain.Reference;

namespace Coordination.Tests.Reference;

public class NomenclatureTests
{
    private const string Regencies = "900.1.15.5-1317/2023";

    [Fact]
    public void Four_editions_are_carried() =>
        Assert.Equal(["2025", "2027", "90/2019", Regencies], Nomenclature.EditionNames);

    [Theory]
    [InlineData("90/2019", "2.16.03.1.01.03")]
    [InlineData(Regencies, "2.16.03.2.01.0003")]
    [InlineData("2025", "2.16.02.2.01.0014")]
    public void A_code_that_stands_in_the_annex_is_known(string edition, string code) =>
        Assert.Equal(SubActivityStanding.Known, Standing(edition, code));

    [Fact]
    public void Every_sub_activity_that_is_carried_is_known() =>
        Assert.All(
            Nomenclature.All.Where(row => row.Level == "sub-activity"),
            row => Assert.Equal(SubActivityStanding.Known, Standing(row.Edition, row.Code))
        );

    [Theory]
    [InlineData("X.XX.01.2.01.0001")]
    [InlineData("2.16.01.2.01.0001")]
    [InlineData("1.02.01.2.01.0001")]
    [InlineData("7.01.01.2.01.0001")]
    public void X_XX_stands_for_any_affair(string code) =>
        Assert.Equal(SubActivityStanding.Known, Standing(Regencies, code));

    [Theory]
    [InlineData(Regencies, "X.XX.01.2.01.0999")]
    [InlineData(Regencies, "2.16.01.2.01.0999")]
    [InlineData(Regencies, "2.16.03.2.99.0001")]
    [InlineData("90/2019", "2.16.03.1.01.99")]
    [InlineData("2025", "2.16.03.2.01.0999")]
    public void A_code_missing_from_an_affair_that_is_carried_is_unknown(string edition, string code) =>
        Assert.Equal(SubActivityStanding.Unknown, Standing(edition, code));

    [Theory]
    [InlineData(Regencies, "1.02.02.2.01.0001")]
    [InlineData(Regencies, "2.16.03.1.01.0003")]
    [InlineData("90/2019", "X.XX.01.1.01.01")]
    [InlineData("90/2019", "2.16.03.2.01.03")]
    [InlineData("2025", "2.16.03.1.01.0001")]
    public void An_affair_or_tier_that_is_not_carried_cannot_be_checked(string edition, string code) =>
        Assert.Equal(SubActivityStanding.NotCarried, Standing(edition, code));

    [Theory]
    [InlineData("90/2019", "2.16.03.1.01")]
    [InlineData("90/2019", "2.16.03.1.01.03.01")]
    [InlineData("90/2019", "2.16.03.3.01.03")]
    [InlineData("90/2019", "2.16.03.1.01.3")]
    [InlineData("90/2019", "2.16.03.1.01.03 ")]
    [InlineData("90/2019", "2.16.03.1.01.03\n")]
    [InlineData("90/2019", "X.16.03.1.01.03")]
    [InlineData("90/2019", "")]
    [InlineData("90/2020", "2.16.03.1.01.03")]
    [InlineData("", "2.16.03.1.01.03")]
    public void A_malformed_code_or_an_unknown_edition_is_malformed(string edition, string code) =>
        Assert.Equal(SubActivityStanding.Malformed, Standing(edition, code));

    [Theory]
    [InlineData("2.16.03.1.01.03", '1')]
    [InlineData("X.XX.01.2.01.0001", '2')]
    public void The_fourth_part_is_the_tier(string code, char tier) => Assert.Equal(tier, Nomenclature.TierDigit(code));

    [Fact]
    public void Every_code_stands_in_the_annex_of_its_tier() =>
        Assert.All(
            Nomenclature.All.Where(row => row.Level == "sub-activity"),
            row => Assert.Equal(row.Tier == "province" ? '1' : '2', Nomenclature.TierDigit(row.Code))
        );

    private static SubActivityStanding Standing(string edition, string code) =>
        Nomenclature.StandingOf(new(edition, code));
}
