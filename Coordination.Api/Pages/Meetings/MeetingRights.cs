using Coordination.Api.Security;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Pages.Meetings;

/// <summary>What a reader may do with a meeting: its operations are those of the province.</summary>
internal static class MeetingRights
{
    internal static bool May(HttpContext http, string operation, Meeting meeting, string? government = null) =>
        Rights.Judge(Caller.Of(http), operation, [government ?? meeting.Plan[..2]]).Problem is null;
}
