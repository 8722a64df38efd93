using System.Text.Json;

namespace Coordination.Tests.Api;

/// <summary>A meeting on plan 19-2024, over HTTP, step by step.</summary>
public sealed record MeetingRun(ApiWithPlan Api, string Id)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Path => $"/api/meetings/{Id}";

    public static object Call(object? agenda = null) =>
        new
        {
            plan = "19-2024",
            title = "Rapat koordinasi SPBE",
            date = "2024-06-19",
            place = "Kantor Gubernur, Pangkalpinang",
            chair = "Sekretaris Daerah Provinsi",
            agenda,
        };

    public static async Task<MeetingRun> ScheduleAsync(ApiWithPlan api)
    {
        var called = (await api.PostAsync("/api/meetings", Call())).ShouldBe(201);
        return new(api, called.Json.GetProperty("id").GetString()!);
    }

    public static async Task<MeetingRun> OpenAsync(ApiWithPlan api)
    {
        var meeting = await ScheduleAsync(api);
        (await meeting.PostAsync("opening", new { })).ShouldBe(200);
        return meeting;
    }

    public Task<Reply> PostAsync(string step, object body, params (string Name, string Value)[] headers) =>
        Api.PostAsync($"{Path}/{step}", body, headers);

    public async Task<JsonElement> ShowAsync() => (await Api.GetAsync(Path)).ShouldBe(200).Json;

    public static object Cancellation(string program) =>
        new
        {
            kind = "cancel",
            program,
            reason = "Sudah dikerjakan provinsi",
            by = "consensus",
        };

    /// <summary>Records a decision and waits until it has taken effect, or failed.</summary>
    public async Task<JsonElement> DecideAsync(object decision)
    {
        var number = (await PostAsync("decisions", decision))
            .ShouldBe(200)
            .Json.GetProperty("decisions")
            .GetArrayLength();
        return await EndOfAsync(number);
    }

    /// <summary>The decision once it is not being applied any more, and the board has seen what it did.</summary>
    public async Task<JsonElement> EndOfAsync(int number)
    {
        var started = DateTime.UtcNow;
        while (true)
        {
            var meeting = await ShowAsync();
            var decision = meeting.GetProperty("decisions")[number - 1];
            if (decision.GetProperty("status").GetString() != "applying")
            {
                (await Api.GetAsync($"/api/plans/19-2024/board?atLeast={meeting.GetProperty("position")}")).ShouldBe(
                    200
                );
                return decision;
            }
            Assert.True(DateTime.UtcNow - started < Patience, $"Decision {number} of {Id} is not applied.");
            await Task.Delay(20);
        }
    }

    public async Task<Reply> CloseAsync() => (await PostAsync("closing", new { })).ShouldBe(200);
}
