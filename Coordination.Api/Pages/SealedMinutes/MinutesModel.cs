using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;

namespace Coordination.Api.Pages.SealedMinutes;

/// <summary>What the list of minutes shows.</summary>
/// <param name="Plans">All plans, the newest first.</param>
/// <param name="Chosen">The plan that is shown; none where there is no plan.</param>
/// <param name="Meetings">Its closed meetings, the last first.</param>
public sealed record MinutesListModel(IReadOnlyList<Plan> Plans, string? Chosen, IReadOnlyList<Meeting> Meetings);

/// <summary>What the page of minutes shows.</summary>
/// <param name="Meeting">The meeting as it is.</param>
/// <param name="Minutes">What was sealed, or of an open meeting what would be sealed now.</param>
/// <param name="Digest">Of the sealed text; none of a draft.</param>
/// <param name="Titles">What programs are called.</param>
/// <param name="Verified">What a look at the stored events has shown, of sealed ones.</param>
public sealed record MinutesModel(
    Meeting Meeting,
    Minutes Minutes,
    string? Digest,
    IReadOnlyDictionary<string, string> Titles,
    VerifiedMinutes? Verified
);

/// <summary>Whether minutes are what the stored events tell.</summary>
/// <param name="Holds">Whether seals and texts fit, and nothing differs.</param>
/// <param name="Differences">Where they are apart.</param>
/// <param name="At">When that was looked at, UTC.</param>
public sealed record VerifiedMinutes(bool Holds, IReadOnlyList<string> Differences, DateTimeOffset At);
