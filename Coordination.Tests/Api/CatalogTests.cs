using System.Text.Json;
using Coordination.Api.Tables;

namespace Coordination.Tests.Api;

public sealed class CatalogTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    [Fact]
    public async Task Every_dataset_has_what_dcat_and_satu_data_indonesia_ask_for()
    {
        var reply = (await api.GetAsync("/api/catalog")).ShouldBe(200);
        Assert.Equal("application/ld+json", reply.ContentType);
        Assert.Equal("dcat:Catalog", reply.Json.GetProperty("@type").GetString());
        AssertNamed(reply.Json.GetProperty("@context"), reply.Json);
        var datasets = Datasets(reply);
        Assert.Equal(
            ["programs-19-2024", "board-19-2024", "funding-19-2024", "index-19-2024"],
            datasets
                .Select(dataset => dataset.GetProperty("dct:identifier").GetString())
                .Where(id => id!.EndsWith("2024", StringComparison.Ordinal))
        );
        foreach (var dataset in datasets)
        {
            Assert.Equal("dcat:Dataset", dataset.GetProperty("@type").GetString());
            foreach (
                var text in (string[])
                    ["dct:title", "dct:description", "sdi:concept", "sdi:definition", "sdi:unit", "sdi:classification"]
            )
                Assert.Equal(
                    ["en", "id"],
                    dataset
                        .GetProperty(text)
                        .EnumerateArray()
                        .Where(words => words.GetProperty("@value").GetString()!.Length > 0)
                        .Select(words => words.GetProperty("@language").GetString())
                        .Order(StringComparer.Ordinal)
                );
            foreach (var agent in (string[])["dct:creator", "dct:publisher", "geodcat:custodian"])
                Assert.NotEmpty(dataset.GetProperty(agent).GetProperty("foaf:name").GetString()!);
            foreach (var link in (string[])["dct:license", "dct:accessRights", "dct:accrualPeriodicity"])
                Assert.True(
                    Uri.TryCreate(dataset.GetProperty(link).GetProperty("@id").GetString(), UriKind.Absolute, out _)
                );
            Assert.Equal("19", dataset.GetProperty("dct:spatial").GetProperty("dct:identifier").GetString());
            Assert.EndsWith(
                "-12-31",
                dataset.GetProperty("dct:temporal").GetProperty("dcat:endDate").GetString(),
                StringComparison.Ordinal
            );
            // The service is not open to the public here.
            Assert.EndsWith(
                "RESTRICTED",
                dataset.GetProperty("dct:accessRights").GetProperty("@id").GetString(),
                StringComparison.Ordinal
            );
        }
        Assert.Equal(
            datasets.Count,
            datasets.Select(dataset => dataset.GetProperty("@id").GetString()).Distinct().Count()
        );
        Assert.Equal(304, (await api.GetAsync("/api/catalog", ("If-None-Match", reply.ETag!))).Status);
    }

    [Fact]
    public async Task Every_distribution_is_where_the_catalogue_says_and_of_the_kind_that_it_says()
    {
        var planned = (await api.PostAsync("/api/programs", ApiWithPlan.Proposal())).ShouldBe(201);
        await api.BoardAfterAsync(planned);
        var kinds = new List<string>();
        foreach (var dataset in Datasets(await api.GetAsync("/api/catalog")))
        foreach (var form in dataset.GetProperty("dcat:distribution").EnumerateArray())
        {
            var address = form.GetProperty("dcat:downloadURL").GetProperty("@id").GetString()!;
            var kind = form.GetProperty("dcat:mediaType").GetProperty("@id").GetString()!;
            var data = (await api.GetAsync(address)).ShouldBe(200);
            Assert.Equal($"https://www.iana.org/assignments/media-types/{data.ContentType}", kind);
            Assert.NotEmpty(data.Bytes);
            kinds.Add(data.ContentType!);
        }
        Assert.Equal(["application/json", Table.XlsxType, "text/csv"], kinds.Distinct().Order(StringComparer.Ordinal));
    }

    private static List<JsonElement> Datasets(Reply reply) =>
        [.. reply.ShouldBe(200).Json.GetProperty("dcat:dataset").EnumerateArray()];

    /// <summary>Every member's prefix is one that the context explains, so that none is dropped by who reads it as linked data.</summary>
    private static void AssertNamed(JsonElement context, JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
            foreach (var item in node.EnumerateArray())
                AssertNamed(context, item);
        if (node.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in node.EnumerateObject().Where(member => member.Name != "@context"))
        {
            Assert.True(
                member.Name[0] == '@' || context.TryGetProperty(member.Name.Split(':')[0], out _),
                $"'{member.Name}' means nothing."
            );
            AssertNamed(context, member.Value);
        }
    }
}
