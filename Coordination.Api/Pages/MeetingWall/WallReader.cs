using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Harmonization;
using Coordination.Api.Pages.Deciding;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.Meetings;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Pages.MeetingWall;

/// <summary>Reads what one screen of a meeting needs, and no more.</summary>
internal sealed class WallReader(MeetingMaterialReader materials, BoardReader boards, DecisionTrials trials)
{
    internal async Task<WallModel> ReadAsync(
        Meeting meeting,
        int number,
        DateOnly today,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var screens = WallScreen.Of(meeting);
        var shown = Math.Clamp(number, 1, screens.Count);
        var (kind, from) = screens[shown - 1];
        if (kind is not (WallKind.Item or WallKind.Decision))
            return new(meeting, screens, shown, await materials.ReadAsync(meeting, cancellation), today)
            {
                Board = kind == WallKind.Implementation ? await BoardAsync(meeting, cancellation) : null,
            };
        var (material, isGone) = await materials.ReadAsync(meeting, meeting.Agenda[from], cancellation);
        var model = new WallModel(meeting, screens, shown, material, today);
        var subject = new DecisionSubject(
            meeting,
            from + 1,
            material,
            isGone,
            new FormSubject(Language.Of(http), today)
        );
        if (kind == WallKind.Item || isGone || DecisionKind.Of(subject.Finding) is not { } recommended)
            return model;
        var item = new ItemModel(subject, recommended, "")
        {
            Government = subject.Finding!.Recommendation.Government ?? "",
        };
        item = item with { Input = DecisionInput.Start(recommended, subject, item.Government) };
        return model with { Item = await trials.TryAsync(item, isAsked: false, http, cancellation) };
    }

    /// <summary>The board at the meeting's basis; before it is opened, that of today.</summary>
    private async Task<Board?> BoardAsync(Meeting meeting, CancellationToken cancellation)
    {
        var point = meeting.Basis is { } basis
            ? new BoardQuery($"{basis.AsOf:yyyy-MM-dd}", $"{basis.Position}", null, null)
            : new BoardQuery(null, null, null, null);
        var (answer, _) = await boards.ReadAsync(meeting.Plan, point, _ => false, cancellation);
        return answer is null ? null : JsonSerializer.Deserialize<Board>(answer.Body, CanonicalJson.Options);
    }
}
