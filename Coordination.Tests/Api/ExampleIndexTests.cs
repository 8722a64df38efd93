using System.Text.Json;

namespace Coordination.Tests.Api;

/// <summary>The index of the example's governments: what was known when, and what its programs make of it.</summary>
public sealed class ExampleIndexTests(ApiWithExample api) : IClassFixture<ApiWithExample>
{
    [Theory]
    [InlineData("2023-11-30", null, null, false)]
    [InlineData("2024-01-10", null, null, true)]
    [InlineData("2024-01-11", "2.61", "Baik", true)]
    [InlineData("2024-12-30", "2.61", "Baik", true)]
    [InlineData("2024-12-31", "3.16", "Baik", true)]
    public async Task A_day_shows_what_was_known(string day, string? current, string? predicate, bool isForecast)
    {
        var index = Row(await BoardAsync(day), "19.05").GetProperty("index");

        Assert.Equal(current is null ? null : Exact.Decimal(current), Number(index, "current"));
        Assert.Equal(predicate, index.GetProperty("predicate").GetString());
        Assert.Equal(isForecast, Number(index, "forecast") is not null);
        Assert.Equal(isForecast, index.GetProperty("reason").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Every_published_row_is_shown_with_its_predicate()
    {
        foreach (var row in AssessmentExample.PublishedRows)
        {
            var shown = (await api.GetAsync($"/api/assessments/{row.Id}")).ShouldBe(200).Json.GetProperty("published");
            Assert.Equal(
                (row.Index, row.Predicate, row.Decree),
                (
                    shown.GetProperty("index").GetDecimal(),
                    shown.GetProperty("predicate").GetString(),
                    shown.GetProperty("decree").GetString()
                )
            );
        }
    }

    [Theory]
    [InlineData("2024-03-31")]
    [InlineData("2024-06-30")]
    [InlineData("2024-12-31")]
    public async Task The_forecast_is_that_of_the_files(string day)
    {
        var board = await BoardAsync(day);
        foreach (var row in AssessmentExample.PublishedRows.Where(row => row.Levels.Count > 0))
            Assert.Equal(
                ExampleFile.Forecast(row, day),
                Number(Row(board, row.Government).GetProperty("index"), "forecast")
            );
    }

    [Fact]
    public async Task Maturity_and_indicators_are_means_of_the_eight()
    {
        var definitions = (await BoardAsync("2024-06-30")).GetProperty("implementation").GetProperty("definitions");
        var rows = AssessmentExample.PublishedRows.Where(row => row.Year == 2023).ToList();

        Assert.Equal(Rounded(rows.Average(row => row.Index / 5)), Number(definitions, "maturity"));
        Assert.Equal(
            Rounded(rows.Average(row => row.Levels.Count(level => level >= 3) / 47m)),
            Number(definitions, "indicators")
        );
    }

    private async Task<JsonElement> BoardAsync(string day) =>
        (await api.GetAsync($"/api/plans/19-2024/board?asOf={day}")).ShouldBe(200).Json;

    private static JsonElement Row(JsonElement board, string government) =>
        board
            .GetProperty("governments")
            .EnumerateArray()
            .Single(row => row.GetProperty("code").GetString() == government);

    private static decimal? Number(JsonElement holder, string member) =>
        holder.GetProperty(member) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static decimal Rounded(decimal rate) => decimal.Round(rate, 6, MidpointRounding.AwayFromZero);
}
