using System.Text.Json;

namespace Coordination.Tests.Api;

/// <summary>Every figure of the funding view against the example's file, by a fold that is written apart from the Domain.</summary>
public sealed class ExampleFundingTests(ApiWithExample api) : IClassFixture<ApiWithExample>
{
    [Theory]
    [InlineData("asOf=2023-11-30", "2023-11-30", "2023-11-30")]
    [InlineData("asOf=2024-02-15", "2024-02-15", "2024-02-15")]
    [InlineData("asOf=2024-06-30", "2024-06-30", "2024-06-30")]
    [InlineData("asOf=2024-10-15", "2024-10-15", "2024-10-15")]
    [InlineData("asOf=2024-12-31", "2024-12-31", "2024-12-31")]
    public Task As_known_on_a_day(string query, string known, string day) => AssertAsync(query, new(known, day, null));

    [Theory]
    [InlineData("asOf=2024-06-30&validAt=2024-06-30", "2024-06-30", "2024-06-30")]
    [InlineData("asOf=2024-12-31&validAt=2024-01-05", "2024-12-31", "2024-01-05")]
    [InlineData("asOf=2024-12-31&validAt=2024-03-31", "2024-12-31", "2024-03-31")]
    [InlineData("asOf=2024-12-31&validAt=2024-06-05", "2024-12-31", "2024-06-05")]
    [InlineData("asOf=2024-12-31&validAt=2024-12-31", "2024-12-31", "2024-12-31")]
    [InlineData("asOf=2024-03-01&validAt=2024-12-31", "2024-03-01", "2024-12-31")]
    public Task As_valid_on_a_day(string query, string known, string valid) =>
        AssertAsync(query, new(known, valid, valid));

    [Fact]
    public async Task A_correction_of_July_counts_in_February_by_what_is_known_since()
    {
        const string february = "government=19.05&asOf=2024-06-30&validAt=2024-02-15";
        const string sinceThen = "government=19.05&asOf=2024-07-31&validAt=2024-02-15";
        var before = await AllocatedAsync(february);
        var after = await AllocatedAsync(sinceThen);
        var corrected = ExampleFile.All.Single(program => program.GetProperty("ref").GetString() == "A132");
        var amount = corrected.GetProperty("funding")[0].GetProperty("amount").GetDecimal();
        Assert.Equal(55_000_000 - amount, after - before);
    }

    [Fact]
    public async Task The_lines_are_those_of_the_file_with_their_documents()
    {
        var view = (await api.GetAsync("/api/plans/19-2024/funding/lines?asOf=2024-12-31")).ShouldBe(200).Json;
        var lines = view.GetProperty("items").EnumerateArray().Select(Describe).Order(StringComparer.Ordinal);
        var expected = new ExampleMoney("2024-12-31", "2024-12-31", null).Lines.Order(StringComparer.Ordinal);
        Assert.Equal(expected, lines);
    }

    [Theory]
    [InlineData("2024-08-31")]
    [InlineData("2024-10-15")]
    [InlineData("2024-12-31")]
    public async Task The_alarms_are_those_that_the_files_figures_call_for(string day)
    {
        var view = (await api.GetAsync($"/api/plans/19-2024/funding/alarms?asOf={day}")).ShouldBe(200).Json;
        var alarms = view.GetProperty("items")
            .EnumerateArray()
            .Select(alarm =>
                $"{alarm.GetProperty("kind").GetString()} {alarm.GetProperty("program").GetString()} {alarm.GetProperty("line").GetString()} "
                + $"{alarm.GetProperty("amount").GetDecimal():0.##}"
            );
        var expected = new ExampleMoney(day, day, null).Alarms;
        Assert.Equal(expected.Order(StringComparer.Ordinal), alarms.Order(StringComparer.Ordinal));
    }

    private async Task AssertAsync(string query, ExampleMoney money)
    {
        var view = (await api.GetAsync($"/api/plans/19-2024/funding?{query}")).ShouldBe(200).Json;
        AssertFigures(money.Of((_, _) => true), view.GetProperty("totals"), "totals");
        foreach (var row in view.GetProperty("governments").EnumerateArray())
            AssertGroup(row, money.Of((program, _) => Text(program, "government") == Text(row, "code")));
        foreach (var row in view.GetProperty("priorities").EnumerateArray())
            AssertGroup(row, money.Of((program, _) => Text(program, "priority") == Text(row, "code")));
        foreach (var row in view.GetProperty("sources").EnumerateArray())
            AssertGroup(row, money.Of((_, source) => source == Text(row, "code")));
        foreach (var cell in view.GetProperty("cells").EnumerateArray())
        {
            var source = cell.GetProperty("source").GetString();
            AssertFigures(
                money.Of(
                    (program, of) =>
                        Text(program, "government") == Text(cell, "government")
                        && Text(program, "priority") == Text(cell, "priority")
                        && of == source
                ),
                cell.GetProperty("figures"),
                cell.ToString()
            );
        }
        Assert.Equal(8, view.GetProperty("governments").GetArrayLength());
        Assert.Equal(
            money.Waiting.Order(StringComparer.Ordinal),
            view.GetProperty("requests")
                .EnumerateArray()
                .Select(r => $"{Text(r, "program")} {Text(r, "request")} {r.GetProperty("daysWaiting").GetInt32()}")
                .Order(StringComparer.Ordinal)
        );
    }

    private static void AssertGroup(JsonElement row, Dictionary<string, decimal?> expected) =>
        AssertFigures(expected, row.GetProperty("figures"), Text(row, "code"));

    /// <summary>Every figure that is expected is shown so, and none is shown that is not expected.</summary>
    private static void AssertFigures(Dictionary<string, decimal?> expected, JsonElement shown, string where)
    {
        var actual = Flatten("", shown).ToDictionary(figure => figure.Name, figure => figure.Value);
        Assert.Equal(actual.Keys.Order(StringComparer.Ordinal), expected.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, value) in actual)
            Assert.True(value is null || value == expected[name], $"{where}: {name} is {value}, not {expected[name]}");
        Assert.True(
            actual["estimatedCost"] is not null || shown.GetProperty("programs").ValueKind == JsonValueKind.Null,
            where
        );
    }

    private static IEnumerable<(string Name, decimal? Value)> Flatten(string prefix, JsonElement element) =>
        element
            .EnumerateObject()
            .SelectMany(member =>
                member.Value.ValueKind == JsonValueKind.Object ? Flatten($"{prefix}{member.Name}.", member.Value)
                : member.Value.ValueKind == JsonValueKind.Null ? [($"{prefix}{member.Name}", (decimal?)null)]
                : [($"{prefix}{member.Name}", member.Value.GetDecimal())]
            );

    private async Task<decimal> AllocatedAsync(string query) =>
        (await api.GetAsync($"/api/plans/19-2024/funding?{query}"))
            .ShouldBe(200)
            .Json.GetProperty("totals")
            .GetProperty("consolidated")
            .GetProperty("allocated")
            .GetDecimal();

    private static string Describe(JsonElement line)
    {
        var document = line.GetProperty("document");
        var number = document.ValueKind == JsonValueKind.Object ? Text(document, "number") : "";
        return $"{Text(line, "program")} {Text(line, "line")} {Text(line, "source")} {Text(line, "stage")} "
            + $"{line.GetProperty("amount").GetDecimal():0.##} {line.GetProperty("realised").GetDecimal():0.##} {number} "
            + $"{line.GetProperty("payments").GetArrayLength()}";
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;
}
