namespace Coordination.Tests.Api;

/// <summary>Each command once through HTTP: that its route, its body and its part of the path reach the right decision.</summary>
public sealed class EveryCommandTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private static readonly object Reason = new { reason = "Hasil rapat koordinasi" };

    [Fact]
    public async Task Details_and_relations_are_revised_declared_and_withdrawn()
    {
        var other = await api.PlanProgramAsync();
        var id = await api.PlanProgramAsync(("reference", "DKI-01"), ("locations", new[] { "19.05.01", "19.05.01" }));
        var revision = ApiWithPlan.Proposal(("title", "Judul yang baru"), ("reason", "Salah tulis"));
        Assert.Equal("Judul yang baru", Text(await PostAsync(id, "revision", revision), "title"));
        var declared = await PostAsync(id, "relations", new { kind = "shares-cost", program = other });
        Assert.Equal(other, declared.Json.GetProperty("relations")[0].GetProperty("program").GetString());
        var withdrawn = (await api.DeleteAsync($"/api/programs/{id}/relations/shares-cost/{other}")).ShouldBe(200);
        Assert.Equal(0, withdrawn.Json.GetProperty("relations").GetArrayLength());
        (await api.DeleteAsync($"/api/programs/{id}/relations/shares-cost/{other}")).ShouldBe(404);
        (await api.DeleteAsync($"/api/programs/{id}/relations/likes/{other}")).ShouldBe(404);
    }

    [Fact]
    public async Task Money_is_set_corrected_asked_granted_rejected_withdrawn_and_realised()
    {
        var id = await api.PlanProgramAsync();
        await PostAsync(id, "funding", ApiWithPlan.Allocated(30_000_000));
        var corrected = await PostAsync(
            id,
            "funding/1/correction",
            new
            {
                amount = 25_000_000,
                document = ApiWithPlan.Document,
                validFrom = "2024-02-01",
                reason = "Refocusing",
            }
        );
        Assert.Equal(25_000_000, corrected.Json.GetProperty("funded").GetDecimal());

        for (var number = 1; number <= 3; number++)
            await PostAsync(id, "apbn-requests", Request());
        await PostAsync(
            id,
            "apbn-requests/r1/grant",
            new
            {
                amount = 20_000_000,
                document = ApiWithPlan.Document,
                decidedOn = "2024-01-20",
            }
        );
        await PostAsync(id, "apbn-requests/r2/rejection", new { reason = "Pagu habis", decidedOn = "2024-01-20" });
        var withdrawn = await PostAsync(
            id,
            "apbn-requests/r3/withdrawal",
            new { reason = "Sudah tertutup", decidedOn = "2024-01-21" }
        );
        Assert.Equal(
            ["granted", "rejected", "withdrawn"],
            withdrawn.Json.GetProperty("apbnRequests").EnumerateArray().Select(r => r.GetProperty("status").GetString())
        );

        await PostAsync(
            id,
            "realisations",
            new
            {
                line = "r1",
                amount = 1_500_000.25,
                date = "2024-03-01",
            }
        );
        var paid = await PostAsync(id, "realisations/1/correction", new { amount = 1_400_000, reason = "Salah ketik" });
        Assert.Equal(1_400_000, paid.Json.GetProperty("realised").GetDecimal());
    }

    [Fact]
    public async Task Constraints_and_the_life_cycle_take_their_course()
    {
        var id = await api.PlanProgramAsync();
        await PostAsync(
            id,
            "constraints",
            new
            {
                category = "human-resources",
                severity = "high",
                description = "Belum ada pranata komputer",
            }
        );
        var resolved = await PostAsync(id, "constraints/c1/resolution", new { note = "Sudah direkrut" });
        Assert.True(resolved.Json.GetProperty("constraints")[0].GetProperty("isResolved").GetBoolean());
        var completion = new
        {
            date = "2024-06-30",
            output = 40,
            evidence = "Laporan",
            zeroCostReason = "Swadaya",
        };
        await PostAsync(id, "completion", completion);
        Assert.Equal("planned", Text(await PostAsync(id, "reopening", Reason), "status"));
        Assert.Equal(
            "deferred",
            Text(await PostAsync(id, "deferral", new { toYear = 2025, reason = "Anggaran" }), "status")
        );
        Assert.Equal("planned", Text(await PostAsync(id, "resumption", Reason), "status"));
        Assert.Equal("cancelled", Text(await PostAsync(id, "cancellation", Reason), "status"));
    }

    [Fact]
    public async Task A_program_goes_to_another_government_and_keeps_its_number()
    {
        var id = await api.PlanProgramAsync();
        var reassigned = await PostAsync(id, "reassignment", new { government = "19", reason = "Kewenangan provinsi" });
        Assert.Equal(("19", id), (Text(reassigned, "government"), Text(reassigned, "id")));
    }

    [Fact]
    public async Task A_plan_is_opened_retargeted_agreed_and_closed()
    {
        var opened = (await api.OpenPlanAsync(2030)).ShouldBe(201);
        Assert.Equal("/api/plans/19-2030", opened.Location);
        (await api.OpenPlanAsync(2030)).ShouldBe(200);
        var target = new { rate = 0.9, definition = "completion-by-cost" };
        var changed = (await api.PostAsync("/api/plans/19-2030/target", target)).ShouldBe(200);
        Assert.Equal(0.9m, changed.Json.GetProperty("target").GetProperty("rate").GetDecimal());
        Assert.Equal("agreed", Text(await api.PostAsync("/api/plans/19-2030/agreement", new { }), "status"));
        Assert.Equal("closed", Text(await api.PostAsync("/api/plans/19-2030/closing", new { }), "status"));
        (await api.PostAsync("/api/plans/19-2030/target", target)).ShouldBe(409);
        Assert.Equal("closed", Text(await api.GetAsync("/api/plans/19-2030"), "status"));
    }

    [Fact]
    public async Task A_plan_being_opened_lists_what_was_deferred_to_it()
    {
        var id = await api.PlanProgramAsync();
        var deferred = await PostAsync(id, "deferral", new { toYear = 2027, reason = "Menunggu anggaran" });
        await api.BoardAfterAsync(deferred);
        var opened = (await api.OpenPlanAsync(2027)).ShouldBe(201);
        var warning = Assert.Single(opened.Json.GetProperty("warnings").EnumerateArray());
        Assert.Contains(id, warning.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var list = (await api.GetAsync("/api/plans/19-2027/deferred-programs")).ShouldBe(200).Json;
        Assert.Equal(id, Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("program").GetString());
    }

    [Fact]
    public async Task A_closed_plan_named_in_the_body_is_409()
    {
        var refused = (await api.PostAsync("/api/programs", ApiWithPlan.Proposal(("plan", "19-2023")))).ShouldBe(409);
        Assert.Contains(("plan-closed", "plan"), refused.Errors);
    }

    [Fact]
    public async Task A_closed_plan_reports_what_landed_after_its_closing()
    {
        (await api.OpenPlanAsync(2032)).ShouldBe(201);
        var schedule = new { start = "2032-01-01", end = "2032-02-01" };
        var id = await api.PlanProgramAsync(("plan", "19-2032"), ("schedule", schedule));
        await PostAsync(id, "funding", ApiWithPlan.Allocated(50_000_000));
        (await api.PostAsync("/api/plans/19-2032/closing", new { })).ShouldBe(200);
        await PostAsync(
            id,
            "realisations",
            new
            {
                line = "1",
                amount = 1,
                date = "2024-03-01",
            }
        );
        var closing = (await api.GetAsync("/api/plans/19-2032/closing")).ShouldBe(200).Json;
        Assert.Equal(0, closing.GetProperty("late").GetArrayLength());

        await api.RaceWithClosingAsync(id);
        closing = (await api.GetAsync("/api/plans/19-2032/closing")).ShouldBe(200).Json;
        Assert.Equal(
            id,
            Assert.Single(closing.GetProperty("late").EnumerateArray()).GetProperty("program").GetString()
        );
    }

    private static object Request() =>
        new
        {
            scheme = "APBN-BAKTI",
            ministry = "Kementerian Komunikasi dan Informatika",
            amount = 20_000_000,
            requestedOn = "2024-01-10",
        };

    private async Task<Reply> PostAsync(string id, string path, object body) =>
        (await api.PostAsync($"/api/programs/{id}/{path}", body)).ShouldBe(200);

    private static string? Text(Reply reply, string member) => reply.Json.GetProperty(member).GetString();
}
