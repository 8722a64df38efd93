using Coordination.Domain.Reference;

namespace Coordination.Tests.Reference;

public class LocationTests
{
    [Fact]
    public void There_are_448_locations_each_in_its_place()
    {
        Assert.Equal(448, Location.All.Count);
        Assert.Equal(448, Location.All.Select(location => location.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Location.All, location => Assert.True(Location.Contains("19", location.Code), location.Code));
    }

    [Fact]
    public void Every_location_but_the_province_lies_in_one_that_is_known() =>
        Assert.All(
            Location.All.Where(location => location.Code != "19"),
            location => Assert.NotNull(Location.Find(location.Code[..location.Code.LastIndexOf('.')]))
        );

    [Fact]
    public void Every_government_is_a_location() =>
        Assert.All(Government.All, government => Assert.NotNull(Location.Find(government.Code)));

    [Theory]
    [InlineData("19", LocationLevel.Province)]
    [InlineData("19.05", LocationLevel.Regency)]
    [InlineData("19.71", LocationLevel.City)]
    [InlineData("19.05.01", LocationLevel.District)]
    [InlineData("19.05.01.2004", LocationLevel.Village)]
    [InlineData("19.05.01.1001", LocationLevel.UrbanVillage)]
    public void A_code_tells_its_level(string code, LocationLevel level) =>
        Assert.Equal(level, Location.Find(code)?.Level);

    [Fact]
    public void Villages_and_urban_villages_are_told_apart_by_the_fourth_part_of_their_code()
    {
        foreach (var location in Location.All)
        {
            var parts = location.Code.Split('.');
            var isVillage = parts.Length == 4 && parts[3][0] == '2';
            var isUrban = parts.Length == 4 && parts[3][0] == '1';

            Assert.Equal(isVillage, location.Level == LocationLevel.Village);
            Assert.Equal(isUrban, location.Level == LocationLevel.UrbanVillage);
        }
    }

    [Theory]
    [InlineData("19", "19", true)]
    [InlineData("19", "19.05.01.2004", true)]
    [InlineData("19.05", "19.05.01", true)]
    [InlineData("19.05.01", "19.05.01.2004", true)]
    [InlineData("19.0", "19.01", false)]
    [InlineData("19.0", "19.05.01", false)]
    [InlineData("1", "19", false)]
    [InlineData("", "19", false)]
    [InlineData("19.05", "19", false)]
    [InlineData("19.05", "19.06.01", false)]
    [InlineData("19.05.01", "19.05.011", false)]
    public void Containment_is_by_whole_segments(string outer, string inner, bool contains) =>
        Assert.Equal(contains, Location.Contains(outer, inner));
}
