using Coordination.Api.Pages.Deciding;
using Coordination.Api.Pages.Meetings;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Pages.MeetingWall;

/// <summary>What stands on a screen: one thing.</summary>
public enum WallKind
{
    /// <summary>The meeting's name.</summary>
    Title,

    /// <summary>How far each government is.</summary>
    Implementation,

    /// <summary>Some of the agenda.</summary>
    Agenda,

    /// <summary>What an item is about, and why.</summary>
    Item,

    /// <summary>What is recommended and what it would do, or what was decided.</summary>
    Decision,

    /// <summary>Some of the decisions.</summary>
    Decisions,

    /// <summary>Some of the follow-ups.</summary>
    FollowUps,
}

/// <summary>A screen of a meeting.</summary>
/// <param name="Kind">What stands on it.</param>
/// <param name="From">The number of the item, or of the first row, from 0.</param>
public sealed record WallScreen(WallKind Kind, int From = 0)
{
    /// <summary>More rows cannot be read from the back of the room.</summary>
    internal const int MostRows = 7;

    /// <summary>All screens of a meeting, in the order in which they are shown.</summary>
    internal static IReadOnlyList<WallScreen> Of(Meeting meeting) =>
        [
            new(WallKind.Title),
            new(WallKind.Implementation),
            .. InParts(WallKind.Agenda, meeting.Agenda.Count),
            .. meeting.Agenda.SelectMany(
                (item, index) =>
                    (WallScreen[])
                        [
                            new(WallKind.Item, index),
                            .. item.Finding is null ? (WallScreen[])[] : [new(WallKind.Decision, index)],
                        ]
            ),
            .. InParts(WallKind.Decisions, meeting.Decisions.Count),
            .. InParts(WallKind.FollowUps, meeting.FollowUps.Count),
        ];

    private static IEnumerable<WallScreen> InParts(WallKind kind, int rows) =>
        Enumerable.Range(0, (rows + MostRows - 1) / MostRows).Select(part => new WallScreen(kind, part * MostRows));
}

/// <summary>What the wall shows.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Screens">All its screens.</param>
/// <param name="Number">The one that is shown, from 1.</param>
/// <param name="Material">What its items are about.</param>
/// <param name="Today">Today in Jakarta.</param>
public sealed record WallModel(
    Meeting Meeting,
    IReadOnlyList<WallScreen> Screens,
    int Number,
    MeetingMaterial Material,
    DateOnly Today
)
{
    /// <summary>The screen that is shown.</summary>
    public WallScreen Screen => Screens[Number - 1];

    /// <summary>The board that the meeting looks at, where it is shown.</summary>
    public Board? Board { get; init; }

    /// <summary>What is recommended, where it is shown.</summary>
    public ItemModel? Item { get; init; }
}
