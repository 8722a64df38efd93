using System.Text.Json;
using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Harmonization.Findings;

public class FindingJsonTests
{
    [Fact]
    public void An_overlap_is_written_as_the_contract_says()
    {
        var one = SomePrograms.Of(1, "19.05", Example.Details);
        var other = SomePrograms.Of(2, "19", Example.Details);

        var json = Written(FindingKind.Overlap, one, other);

        Assert.Equal(
            ["overlap", "duplicate", "high"],
            ((string[])["kind", "grade", "severity"]).Select(name => json.GetProperty(name).GetString())
        );
        Assert.Equal(1, json.GetProperty("score").GetDecimal());
        Assert.Equal(1, json.GetProperty("evidence").GetProperty("place").GetDecimal());
        Assert.Equal("merge", json.GetProperty("recommendation").GetProperty("decision").GetString());
        Assert.Equal("removed", json.GetProperty("recommendation").GetProperty("expects").GetString());
        Assert.Equal(1, json.GetProperty("recommendation").GetProperty("from").GetArrayLength());
        Assert.False(json.GetProperty("recommendation").TryGetProperty("amount", out _));
        Assert.Matches("^overlap-[0-9a-f]{12}$", json.GetProperty("id").GetString());
    }

    [Fact]
    public void What_does_not_belong_to_a_kind_is_absent()
    {
        var json = Written(FindingKind.FundingGap, SomePrograms.Of(1, "19.05", Example.Details));

        Assert.Equal("funding-gap", json.GetProperty("kind").GetString());
        Assert.False(json.TryGetProperty("grade", out _) || json.TryGetProperty("score", out _));
        Assert.False(json.GetProperty("evidence").TryGetProperty("work", out _));
        Assert.Equal(
            ("request-apbn", "in-hand"),
            (
                json.GetProperty("recommendation").GetProperty("decision").GetString(),
                json.GetProperty("recommendation").GetProperty("expects").GetString()
            )
        );
    }

    private static JsonElement Written(FindingKind kind, params SpbeProgram[] programs)
    {
        var found = Harmonizer.Find(Example.Plan, programs, CoverageMap.Unknown, Example.Today);
        return JsonSerializer.SerializeToElement(found.First(finding => finding.Kind == kind), Json.Options);
    }
}
