using System.Text.Json;

namespace Coordination.Tests.Api;

/// <summary>The example's own budget documents, as another system would export them.</summary>
public sealed class ReconciliationTests(ApiWithExample api) : IClassFixture<ApiWithExample>
{
    private const string Url = "/api/plans/19-2024/reconciliation";
    private const string Header = "document;source;amount\r\n";

    private static readonly IReadOnlyList<(string Document, string Source, decimal Amount)> Documents =
    [
        .. new ExampleMoney("2024-12-31", "2024-12-31", null)
            .Lines.Select(line => line.Split(' '))
            .Where(line => line[3] == "allocated")
            .Select(line => (line[6], line[2], Exact.Decimal(line[4]))),
    ];

    [Fact]
    public async Task The_examples_own_documents_match_all()
    {
        var compared = (await SendAsync(FileOf(Documents))).ShouldBe(200).Json;
        var documents = Documents.DistinctBy(one => (one.Document, one.Source)).Count();
        Assert.Equal((documents, 0, 0, 0), Counts(compared));
        Assert.Equal("allocations", compared.GetProperty("of").GetString());
    }

    [Fact]
    public async Task What_differs_or_is_missing_is_said_with_its_reasons()
    {
        var there = Documents.ToList();
        var (dropped, changed) = (there[0], there[1]);
        there[1] = changed with { Amount = changed.Amount - 1 };
        there.RemoveAt(0);
        there.Add(("914.999", "CSR", dropped.Amount));
        var compared = (await SendAsync(FileOf(there))).ShouldBe(200).Json;
        Assert.Equal(1, compared.GetProperty("counts").GetProperty("missingHere").GetInt32());
        var items = compared.GetProperty("items").EnumerateArray().ToList();
        var differing = items.Single(item => item.GetProperty("result").GetString() == "differing");
        Assert.Equal(
            (changed.Document, -1m),
            (differing.GetProperty("document").GetString(), differing.GetProperty("difference").GetDecimal())
        );
        Assert.Equal("The other system has Rp1 less than this one.", differing.GetProperty("reasons")[0].GetString());
        Assert.Contains(
            items,
            item =>
                item.GetProperty("result").GetString() == "missing-there"
                && item.GetProperty("document").GetString() == dropped.Document
        );
    }

    [Fact]
    public async Task It_compares_with_what_was_known_then_and_with_what_a_filter_shows()
    {
        var early = (await SendAsync(Header, "?asOf=2024-01-31")).ShouldBe(200).Json;
        Assert.Equal(
            new ExampleMoney("2024-01-31", "2024-01-31", null)
                .Lines.Select(line => line.Split(' '))
                .Where(line => line[3] == "allocated")
                .Select(line => (line[6], line[2]))
                .Distinct()
                .Count(),
            early.GetProperty("counts").GetProperty("missingThere").GetInt32()
        );
        var provinces = Documents.Where(one => one.Source == "APBD-PROV").ToList();
        Assert.Equal(
            (provinces.Select(one => one.Document).Distinct().Count(), 0, 0, 0),
            Counts((await SendAsync(FileOf(Documents), "?asOf=2024-12-31&source=APBD-PROV")).ShouldBe(200).Json)
        );
    }

    [Fact]
    public async Task Payments_of_the_example_have_no_documents_and_say_so()
    {
        var compared = (await SendAsync(Header, "?asOf=2024-12-31&of=realisations&government=19")).ShouldBe(200).Json;
        var items = compared.GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Equal(JsonValueKind.Null, item.GetProperty("document").ValueKind));
    }

    [Fact]
    public async Task It_comes_as_a_table_too()
    {
        var table = (
            await api.PostTextAsync($"{Url}?asOf=2024-12-31", FileOf(Documents), "text/csv", ("Accept", "text/csv"))
        ).ShouldBe(200);
        Assert.StartsWith(
            "result,document,source,sourceName,here,there,difference",
            table.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("matched,", table.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_cannot_be_compared_are_refused_together()
    {
        var refused = (await SendAsync($"{Header}A;APBD;1.000,50\r\n;HIBAH;5\r\nA;HIBAH\r\n")).ShouldBe(422);
        Assert.Equal(
            [
                ("amount-malformed", "rows[2].amount"),
                ("missing", "rows[3].document"),
                ("row-length", "rows[4]"),
                ("source-unknown", "rows[2].source"),
            ],
            refused.Errors.Order()
        );
        (await SendAsync("document;amount\r\n")).ShouldBe(400);
        (await SendAsync(Header, "?of=everything")).ShouldBe(400);
        (await SendAsync(Header, "?source=x")).ShouldBe(400);
        (await api.PostTextAsync("/api/plans/19-2031/reconciliation", Header, "text/csv")).ShouldBe(404);
        (await api.PostTextAsync(Url, Header, "text/plain")).ShouldBe(415);
    }

    private static string FileOf(IEnumerable<(string Document, string Source, decimal Amount)> documents) =>
        Header + string.Concat(documents.Select(one => $"{one.Document};{one.Source};{one.Amount:0.##}\r\n"));

    /// <summary>At the end of the example's year: today's views may still be catching up with its events.</summary>
    private Task<Reply> SendAsync(string file, string query = "?asOf=2024-12-31") =>
        api.PostTextAsync($"{Url}{query}", file, "text/csv");

    private static (int, int, int, int) Counts(JsonElement compared)
    {
        var counts = compared.GetProperty("counts");
        int Of(string name) => counts.GetProperty(name).GetInt32();
        return (Of("matched"), Of("differing"), Of("missingHere"), Of("missingThere"));
    }
}
