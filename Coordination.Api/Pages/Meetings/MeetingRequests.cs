using Coordination.Api.EventStore;
using Coordination.Api.Meetings;
using Coordination.Api.Pages.MeetingWall;
using Coordination.Domain;

namespace Coordination.Api.Pages.Meetings;

/// <summary><c>/meetings/{id}</c>: a meeting, what it has decided and what its reader may do; <c>?mode=wall</c> is for the room.</summary>
internal static class MeetingRequests
{
    internal static async Task<IResult> GetAsync(
        string id,
        string? mode,
        int? screen,
        MinutesReader meetings,
        MeetingMaterialReader materials,
        WallReader wall,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if ((await meetings.HistoryAsync(id, cancellation)).ToMeeting(id) is not { } meeting)
            return GetMeeting.Unknown(id).ToResult();
        var today = JakartaTime.DayOf(clock.GetUtcNow());
        if (mode == "wall")
            return Show.Page<WallPage>(
                new { Model = await wall.ReadAsync(meeting, screen ?? 1, today, http, cancellation) }
            );
        return Show.Page<MeetingPage>(
            new { Model = new MeetingModel(meeting, await materials.ReadAsync(meeting, cancellation), today) }
        );
    }
}
