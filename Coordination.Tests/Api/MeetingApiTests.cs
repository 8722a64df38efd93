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

    private async Task<JsonElement> VerifyAsync(MeetingRun meeting) =>
        (await api.GetAsync($"{meeting.Path}/minutes/verification")).ShouldBe(200).Json;
}
