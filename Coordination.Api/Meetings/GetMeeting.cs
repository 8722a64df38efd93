using Coordination.Api.EventStore;
using Coordination.Api.Http;

namespace Coordination.Api.Meetings;

/// <summary><c>GET /api/meetings/{meeting}</c>: as it is now, read from its own stream.</summary>
internal static class GetMeeting
{
    internal static async Task<IResult> GetAsync(
        string meeting,
        MinutesReader minutes,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var history = await minutes.HistoryAsync(meeting, cancellation);
        return history.ToMeeting(meeting) is { } state
            ? Answers.Json(http, MeetingView.Of(state, history.Count, history[^1].Position), $"\"{history.Count}\"")
            : Unknown(meeting).ToResult();
    }

    internal static Problem Unknown(string meeting) => Problem.Unknown($"There is no meeting '{meeting}'.");
}
