using Coordination.Domain.Meetings;

namespace Coordination.Api.Pages.Meetings;

/// <summary>What a meeting's page shows.</summary>
/// <param name="Meeting">The meeting as the last command has left it.</param>
/// <param name="Material">What it speaks of.</param>
/// <param name="Today">Today in Jakarta.</param>
public sealed record MeetingModel(Meeting Meeting, MeetingMaterial Material, DateOnly Today);

/// <summary>What a follow-up is part of.</summary>
public sealed record GivenFollowUp(Meeting Meeting, FollowUp FollowUp);
