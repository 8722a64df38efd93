using System.Security.Cryptography;
using System.Text.Json;

namespace Coordination.Tests.Api;

/// <summary>Meetings over HTTP, and what their decisions do.</summary>
public sealed class MeetingApiTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    [Fact]
    public async Task A_meeting_is_called_opened_decides_and_is_closed()
    {
        var program = await api.PlanProgramAsync(("title", "Aplikasi surat desa"));
        var called = (await api.PostAsync("/api/meetings", MeetingRun.Call())).ShouldBe(201);
        var meeting = new MeetingRun(api, called.Json.GetProperty("id").GetString()!);
        Assert.Equal((meeting.Path, "\"1\""), (called.Location, called.ETag));
        Assert.NotEmpty(called.Json.GetProperty("agenda").EnumerateArray());
        (await api.PutAsync($"{meeting.Path}/agenda", new { agenda = new[] { new { topic = "Lain-lain" } } })).ShouldBe(
            200
        );

        var opened = (await meeting.PostAsync("opening", new { })).ShouldBe(200).Json;
        var basis = opened.GetProperty("basis").GetProperty("position").GetInt64();
        Assert.True(basis < opened.GetProperty("position").GetInt64());
        await meeting.PostAsync(
            "attendance",
            new
            {
                attendees = new[]
                {
                    new
                    {
                        name = "Sri Wahyuni",
                        office = "Kepala Dinas",
                        government = "19.05",
                    },
                },
            }
        );
        var decided = await meeting.DecideAsync(MeetingRun.Cancellation(program));
        Assert.Equal("applied", decided.GetProperty("status").GetString());
        Assert.Equal(
            "cancelled",
            (await api.GetAsync($"/api/programs/{program}")).Json.GetProperty("status").GetString()
        );

        var closed = await meeting.CloseAsync();
        Assert.Equal("closed", closed.Json.GetProperty("status").GetString());
        var minutes = (await api.GetAsync($"{meeting.Path}/minutes")).ShouldBe(200).Json;
        Assert.True(minutes.GetProperty("isSealed").GetBoolean());
        Assert.Equal(closed.Json.GetProperty("digest").GetString(), minutes.GetProperty("digest").GetString());
        var effect = minutes.GetProperty("minutes").GetProperty("decisions")[0].GetProperty("effects")[0];
        Assert.Equal(
            (program, "program_cancelled"),
            (effect.GetProperty("stream").GetString(), effect.GetProperty("event").GetString())
        );
        Assert.True(effect.GetProperty("position").GetInt64() > basis);
        var bytes = (await api.GetAsync($"{meeting.Path}/minutes/sealed")).ShouldBe(200).Bytes;
        Assert.Equal(minutes.GetProperty("digest").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.True((await VerifyAsync(meeting)).GetProperty("holds").GetBoolean());
    }

    [Fact]
    public async Task What_anything_else_changed_since_the_basis_is_a_conflict_until_the_basis_is_renewed()
    {
        var program = await api.PlanProgramAsync(("title", "Portal data desa"));
        var meeting = await MeetingRun.OpenAsync(api);
        (await api.PostAsync($"/api/programs/{program}/progress", new { percent = 10, asOf = "2024-05-01" })).ShouldBe(
            200
        );
        var refused = await meeting.PostAsync("decisions", MeetingRun.Cancellation(program));
        Assert.Equal([("changed-since-basis", "program")], refused.ShouldBe(409).Errors);
        (await meeting.PostAsync("opening", new { renew = true, reason = "Laporan baru dibacakan" })).ShouldBe(200);
        Assert.Equal(
            "applied",
            (await meeting.DecideAsync(MeetingRun.Cancellation(program))).GetProperty("status").GetString()
        );
    }

    [Fact]
    public async Task What_the_meeting_itself_changed_is_no_conflict()
    {
        var program = await api.PlanProgramAsync(("title", "Portal berita desa"));
        var meeting = await MeetingRun.OpenAsync(api);
        var moved = new
        {
            kind = "reschedule",
            program,
            start = "2024-04-01",
            end = "2024-07-31",
            reason = "Menunggu anggaran",
            by = "chair",
            objections = new[] { "Diskominfo: terlalu lambat" },
        };
        Assert.Equal("applied", (await meeting.DecideAsync(moved)).GetProperty("status").GetString());
        Assert.Equal(
            "applied",
            (await meeting.DecideAsync(MeetingRun.Cancellation(program))).GetProperty("status").GetString()
        );
    }

    [Fact]
    public async Task The_same_key_records_one_decision_and_applies_it_once()
    {
        var program = await api.PlanProgramAsync(("title", "Peladen bersama"));
        var meeting = await MeetingRun.OpenAsync(api);
        var body = MeetingRun.Cancellation(program);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => meeting.PostAsync("decisions", body, ("Idempotency-Key", "sekali")))
        );
        Assert.Single(answers.Select(answer => answer.ShouldBe(200).Text).Distinct());
        await meeting.EndOfAsync(1);
        var history = (await api.GetAsync($"/api/programs/{program}/events")).ShouldBe(200).Json.GetProperty("items");
        Assert.Single(history.EnumerateArray(), entry => entry.GetProperty("event").GetString() == "program_cancelled");
    }

    [Theory]
    [InlineData("""{"kind":"cancel","program":"x","reason":"abc"}""")]
    [InlineData("""{"kind":"cancel","program":"x","reason":"abc","by":"vote"}""")]
    [InlineData("""{"kind":"cancel","program":"x","reason":"abc","by":"chair","into":"y"}""")]
    [InlineData("""{"program":"x","reason":"abc","by":"chair"}""")]
    [InlineData("""{"kind":"cancel","program":"x","by":"chair","by":"chair"}""")]
    [InlineData("""{"kind":"cancel","program":"x","by":"chair","objections":[null]}""")]
    [InlineData("""[]""")]
    public async Task A_decision_that_cannot_be_read_is_refused(string body)
    {
        var meeting = await MeetingRun.OpenAsync(api);
        (await api.PostTextAsync($"{meeting.Path}/decisions", body)).ShouldBe(400);
    }

    [Fact]
    public async Task A_decision_is_refused_with_every_rule_that_it_breaks()
    {
        var meeting = await MeetingRun.OpenAsync(api);
        var refused = await meeting.PostAsync(
            "decisions",
            new
            {
                kind = "merge",
                into = "19.05-2024-ZZZZZ",
                from = new[] { "19-2024-ZZZZZ" },
                finding = "gap-0",
                reason = "",
                by = "consensus",
            }
        );
        Assert.Equal(
            ["finding", "from[0]", "into", "reason"],
            refused.ShouldBe(422).Errors.Select(error => error.Field).Order(StringComparer.Ordinal)
        );
        (await api.PostAsync("/api/meetings/19-2024-999/opening", new { })).ShouldBe(404);
        (await api.GetAsync("/api/meetings/rapat")).ShouldBe(404);
        (await api.GetAsync($"{meeting.Path}/minutes/sealed")).ShouldBe(404);
        (await api.GetAsync($"{meeting.Path}/minutes/verification")).ShouldBe(404);
    }

    [Fact]
    public async Task What_was_changed_behind_the_seal_is_named_and_an_addendum_has_its_own()
    {
        var program = await api.PlanProgramAsync(("title", "Kamera pelabuhan"));
        var meeting = await MeetingRun.OpenAsync(api);
        await meeting.DecideAsync(MeetingRun.Cancellation(program));
        await meeting.CloseAsync();
        (await meeting.PostAsync("minutes/addenda", new { text = "Daftar hadir diperbaiki" })).ShouldBe(200);
        Assert.True((await VerifyAsync(meeting)).GetProperty("holds").GetBoolean());
        await ChangeAsync(meeting, "decision_recorded", "{decision,reason}", "\"Lain\"");
        var changed = await VerifyAsync(meeting);
        Assert.False(changed.GetProperty("holds").GetBoolean());
        var difference = changed.GetProperty("differences")[0];
        Assert.Equal(
            ("decisions[0].decision.reason", "Sudah dikerjakan provinsi", "Lain"),
            (
                difference.GetProperty("path").GetString(),
                difference.GetProperty("sealed").GetString(),
                difference.GetProperty("stored").GetString()
            )
        );
        await ChangeAsync(meeting, "addendum_sealed", "{text}", "\"Lain\"");
        Assert.False((await VerifyAsync(meeting)).GetProperty("addenda")[0].GetProperty("holds").GetBoolean());
    }

    [Fact]
    public async Task Follow_ups_wait_among_the_tasks_and_meetings_are_a_list_and_a_table()
    {
        var meeting = await MeetingRun.OpenAsync(api);
        var assigned = (
            await meeting.PostAsync(
                "follow-ups",
                new
                {
                    text = "Kirim surat ke BAKTI",
                    owner = "Kepala Bidang",
                    agency = "Dinas Kominfo",
                    due = "2099-12-31",
                    government = "19.05",
                }
            )
        ).ShouldBe(200);
        var tasks = (
            await api.GetAsync($"/api/plans/19-2024/tasks?limit=200&atLeast={assigned.Json.GetProperty("position")}")
        ).ShouldBe(200);
        Assert.Contains($"follow-up:19.05:{meeting.Id}/1", tasks.Text, StringComparison.Ordinal);
        var list = (await api.GetAsync("/api/meetings?plan=19-2024&limit=200")).ShouldBe(200).Json;
        Assert.Contains(
            meeting.Id,
            list.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetString())
        );
        var table = (await api.GetAsync("/api/meetings?plan=19-2024", ("Accept", "text/csv"))).ShouldBe(200).Text;
        Assert.StartsWith("id,plan,title,date,time,", table, StringComparison.Ordinal);
        Assert.Empty((await api.GetAsync("/api/meetings?plan=19-2031")).Json.GetProperty("items").EnumerateArray());
    }

    private async Task ChangeAsync(MeetingRun meeting, string type, string member, string value)
    {
        await using var connection = new Npgsql.NpgsqlConnection(api.ConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(
            $"update coordination.mt_events set data = jsonb_set(data, '{member}', '{value}') where type = $1 and stream_id = $2",
            connection
        );
        command.Parameters.Add(new() { Value = type });
        command.Parameters.Add(new() { Value = $"meeting-{meeting.Id}" });
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private async Task<JsonElement> VerifyAsync(MeetingRun meeting) =>
        (await api.GetAsync($"{meeting.Path}/minutes/verification")).ShouldBe(200).Json;
}
