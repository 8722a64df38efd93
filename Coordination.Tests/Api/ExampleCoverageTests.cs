using System.Text.Json;
using Coordination.Api.ExamplePlan;

namespace Coordination.Tests.Api;

/// <summary>The example's reports of coverage: what was known when.</summary>
public sealed class ExampleCoverageTests(ApiWithExample api) : IClassFixture<ApiWithExample>
{
    private static readonly DateOnly Opened = new(2023, 10, 2);

    [Theory]
    [InlineData("2023-10-01")]
    [InlineData("2023-10-02")]
    [InlineData("2023-12-31")]
    [InlineData("2024-04-22")]
    [InlineData("2024-12-31")]
    public async Task A_day_shows_what_was_reported_by_then(string day)
    {
        var expected = ExampleCoverage
            .ReadAll()
            .Where(report => (report.AsOf < Opened ? Opened : report.AsOf) <= DateOnly.Parse(day))
            .Select(report => $"{report.Location} {report.Status} {report.Source}".ToLowerInvariant());

        var list = (await api.GetAsync($"/api/coverage?limit=200&asOf={day}")).ShouldBe(200).Json;

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            list.GetProperty("items")
                .EnumerateArray()
                .Select(row =>
                    $"{Text(row, "location")} {Text(row, "status")} {Text(row, "source")}".ToLowerInvariant()
                )
        );
        Assert.Equal(day, Text(list, "asOf"));
    }

    [Fact]
    public async Task Thirty_villages_are_reported_half_of_them_uncovered()
    {
        var list = (await api.GetAsync("/api/coverage?limit=200")).ShouldBe(200).Json.GetProperty("items");
        Assert.Equal(30, list.GetArrayLength());
        Assert.All(list.EnumerateArray(), row => Assert.True(row.GetProperty("holds").GetBoolean()));
        var uncovered = (await api.GetAsync("/api/coverage?limit=200&status=uncovered")).ShouldBe(200).Json;
        Assert.Equal(15, uncovered.GetProperty("items").GetArrayLength());
    }

    private static string? Text(JsonElement json, string member) => json.GetProperty(member).GetString();
}
