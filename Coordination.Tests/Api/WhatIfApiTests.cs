using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Api.EventStore;
using Coordination.Domain.Harmonization.Decisions;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Api;

/// <summary>What-if over HTTP: what is tried is what would come of the commands, and nothing is stored.</summary>
public sealed class WhatIfApiTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private const string WhatIf = "/api/plans/19-2024/what-if";
    private static readonly object Nothing = new
    {
        kind = "set-target",
        rate = 0.8,
        definition = "completion",
    };

    /// <summary>About nothing that another program is about: findings name two programs in the order of their numbers.</summary>
    private static readonly object Unrelated = ApiWithPlan.Proposal(
        ("priority", "innovation"),
        ("title", "Zirkonium xilofon"),
        ("description", "Qwertz uiop yxcvb."),
        ("locations", new[] { "19.05.03" }),
        (
            "output",
            new
            {
                indicator = "Asdfgh",
                target = 1,
                unit = "jkl",
            }
        )
    );

    [Fact]
    public async Task A_merge_as_it_is_recorded_makes_the_plan_that_was_tried()
    {
        var (from, into) = (await api.PlanProgramAsync(), await api.PlanProgramAsync());
        await api.PostAsync($"/api/programs/{from}/funding", ApiWithPlan.Allocated(30_000_000));
        await AfterAsync(
            await api.PostAsync(
                $"/api/programs/{from}/realisations",
                new
                {
                    line = "1",
                    amount = 1_000_000.25,
                    date = "2024-03-01",
                }
            )
        );
        var tried = (
            await TryAsync(
                new
                {
                    kind = "merge",
                    into,
                    from = new[] { from },
                }
            )
        ).ShouldBe(200);

        var position = await RecordAsync(new Merge(into) { From = [from], Reason = "Pekerjaan yang sama" });

        var real = (
            await api.PostAsync($"{WhatIf}?atLeast={position}", new { decisions = new[] { Nothing } })
        ).ShouldBe(200);
        Assert.Equal(
            Comparable(tried.Json.GetProperty("after"), "draft-1"),
            Comparable(real.Json.GetProperty("before"), "draft-1")
        );
        var view = (await api.GetAsync("/api/plans/19-2024/harmonization")).ShouldBe(200);
        Assert.Equal(view.Text, real.Json.GetProperty("before").GetRawText());
        var merged = (await api.GetAsync($"/api/programs/{from}")).ShouldBe(200).Json;
        Assert.Equal(
            ("merged", into, 1_000_000.25m),
            (
                merged.GetProperty("status").GetString(),
                merged.GetProperty("merger").GetProperty("into").GetString(),
                merged.GetProperty("funding")[0].GetProperty("amount").GetDecimal()
            )
        );
        var history = (await api.GetAsync($"/api/programs/{into}/events")).ShouldBe(200).Json.GetProperty("items");
        Assert.Equal("merged_program_received", history[history.GetArrayLength() - 1].GetProperty("event").GetString());
        foreach (var part in (string[])["board", "funding", "harmonization"])
        {
            var live = (await api.GetAsync($"/api/plans/19-2024/{part}")).ShouldBe(200);
            var today = live.Json.GetProperty("asOf").GetString();
            var past = await api.GetAsync($"/api/plans/19-2024/{part}?position={position}&asOf={today}");
            Assert.Equal(live.Text, past.ShouldBe(200).Text);
        }
    }

    [Fact]
    public async Task What_is_tried_is_what_the_same_commands_make()
    {
        var (one, other) = (await api.PlanProgramAsync(), await api.PlanProgramAsync(("title", "Pusat data daerah")));
        await AfterAsync(await api.PostAsync($"/api/programs/{one}/funding", ApiWithPlan.Allocated(30_000_000)));
        var count = await api.EventCountAsync();

        var tried = (
            await TryAsync(
                new
                {
                    program = one,
                    start = "2024-04-01",
                    end = "2024-09-30",
                    kind = "reschedule",
                },
                new
                {
                    kind = "request-apbn",
                    program = one,
                    scheme = "APBN-KL",
                    ministry = "Kementerian Kominfo",
                    amount = 20_000_000,
                    requestedOn = "2024-02-01",
                },
                new
                {
                    kind = "declare-relation",
                    program = one,
                    relation = "complements",
                    other,
                },
                new
                {
                    kind = "reassign",
                    program = other,
                    government = "19",
                },
                new { kind = "adopt", draft = Unrelated }
            )
        ).ShouldBe(200);

        Assert.Equal(count, await api.EventCountAsync());
        Assert.Equal(
            "draft-1",
            tried
                .Json.GetProperty("changes")
                .GetProperty("programs")
                .GetProperty("added")[0]
                .GetProperty("program")
                .GetString()
        );
        var revision = ApiWithPlan.Proposal(
            ("schedule", new { start = "2024-04-01", end = "2024-09-30" }),
            ("reason", "Percobaan")
        );
        (await api.PostAsync($"/api/programs/{one}/revision", revision)).ShouldBe(200);
        var asked = new
        {
            scheme = "APBN-KL",
            ministry = "Kementerian Kominfo",
            amount = 20_000_000,
            requestedOn = "2024-02-01",
        };
        (await api.PostAsync($"/api/programs/{one}/apbn-requests", asked)).ShouldBe(200);
        (await api.PostAsync($"/api/programs/{one}/relations", new { kind = "complements", program = other })).ShouldBe(
            200
        );
        (
            await api.PostAsync($"/api/programs/{other}/reassignment", new { government = "19", reason = "Percobaan" })
        ).ShouldBe(200);
        var planned = (await api.PostAsync("/api/programs", Unrelated)).ShouldBe(201);
        await AfterAsync(planned);

        var real = (await TryAsync(Nothing)).ShouldBe(200);
        Assert.Equal(
            Comparable(tried.Json.GetProperty("after"), "draft-1"),
            Comparable(real.Json.GetProperty("before"), planned.Json.GetProperty("id").GetString()!)
        );
        Assert.Equal(
            real.Json.GetProperty("before").GetProperty("totals").GetRawText(),
            real.Json.GetProperty("after").GetProperty("totals").GetRawText()
        );
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_its_place()
    {
        var id = await api.PlanProgramAsync();
        await AfterAsync(await api.PostAsync($"/api/programs/{id}/cancellation", new { reason = "Ganda" }));
        var refused = await TryAsync(
            Nothing,
            new { kind = "cancel", program = "19.05-2024-ZZZZZ" },
            new
            {
                kind = "defer",
                program = id,
                toYear = 2025,
            }
        );
        Assert.Equal(
            [("program-unknown", "decisions[1].program"), ("program-stage", "decisions[2].program")],
            refused.ShouldBe(409).Errors
        );
        Assert.Equal([("decisions-count", "decisions")], (await TryAsync()).ShouldBe(422).Errors);
        (await TryAsync([.. Enumerable.Repeat(Nothing, 51)])).ShouldBe(422);
        (await api.PostAsync("/api/plans/19-2031/what-if", new { decisions = new[] { Nothing } })).ShouldBe(404);
        (await api.PostAsync($"{WhatIf}?position=999999", new { decisions = new[] { Nothing } })).ShouldBe(404);
    }

    [Theory]
    [InlineData("""{"decisions":[{"rate":0.5,"definition":"completion"}]}""", "decisions[0]")]
    [InlineData("""{"decisions":[{"kind":"likes","rate":0.5}]}""", "decisions[0]")]
    [InlineData("""{"decisions":[{"kind":"cancel","program":"x","into":"y"}]}""", "decisions[0].into")]
    [InlineData("""{"decisions":[{"kind":"cancel"}]}""", "decisions[0].program")]
    [InlineData("""{"decisions":[{"kind":"merge","into":"x","from":[null]}]}""", "decisions[0]")]
    [InlineData("""{"decisions":[{"kind":"merge","into":"x"}]}""", "decisions[0].from")]
    [InlineData("""{"decisions":[null]}""", "decisions")]
    [InlineData("""{"decisions":{}}""", "decisions")]
    [InlineData("""{"decisions":[],"more":1}""", "more")]
    [InlineData("""{"decisions":[{"kind":"cancel","kind":"cancel","program":"x"}]}""", "decisions[0].kind")]
    [InlineData("""{"decisions":[{"kind":5}]}""", "decisions[0]")]
    public async Task What_cannot_be_read_is_told_by_its_place(string body, string field)
    {
        var refused = (await api.PostTextAsync(WhatIf, body, "application/json")).ShouldBe(400);
        Assert.Contains(refused.Errors, error => error.Field == field);
    }

    /// <summary>Appends the effects of a decision in one transaction, as a meeting will; answers the position of the last.</summary>
    private async Task<long> RecordAsync(Decision decision)
    {
        var events = api.Host.Services.GetRequiredService<EventReader>();
        var plan = await events.PlanAsync("19-2024", long.MaxValue, default);
        var effects = DecisionEffects.Of(
            decision,
            new(plan.ToPlan()!, plan.ToPrograms(), "rakor-1/d1", "", DateTimeOffset.UtcNow)
        );
        Assert.Empty(effects.Rejections);
        await using var session = api.Host.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        foreach (var effect in effects.Programs)
            session.Events.Append(effect.Program, [.. effect.Events]);
        await session.SaveChangesAsync();
        return (await events.LastOfPlanAsync("19-2024", long.MaxValue, default))!.Value;
    }

    private async Task<long> AfterAsync(Reply command) =>
        (await api.BoardAfterAsync(command)).GetProperty("position").GetInt64();

    private Task<Reply> TryAsync(params object[] decisions) => api.PostAsync(WhatIf, new { decisions });

    /// <summary>A view without its position, a new program by one name, and findings in the order of what they say.</summary>
    private static string Comparable(JsonElement view, string id)
    {
        var node = JsonNode.Parse(view.GetRawText())!.AsObject();
        node.Remove("position");
        foreach (var finding in node["findings"]!.AsArray())
        {
            finding!.AsObject().Remove("id");
            finding.AsObject().Remove("fingerprint");
        }
        var texts = node["findings"]!
            .AsArray()
            .Select(finding => finding!.ToJsonString().Replace(id, "new", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        node.Remove("findings");
        return string.Join('\n', [node.ToJsonString(), .. texts]);
    }
}
