using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.Meetings;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Pages.Deciding;

/// <summary>What a decision is taken about.</summary>
/// <param name="Meeting">The meeting that takes it.</param>
/// <param name="Item">Number of the agenda item; 0 where it is about none.</param>
/// <param name="Material">What the item is about.</param>
/// <param name="IsGone">Whether its finding is as it was, and no longer there.</param>
/// <param name="Form">The reader's language, and today.</param>
public sealed record DecisionSubject(Meeting Meeting, int Item, MeetingMaterial Material, bool IsGone, FormSubject Form)
{
    /// <summary>The item, where there is one.</summary>
    public AgendaItem? Agenda => Item > 0 ? Meeting.Agenda[Item - 1] : null;

    /// <summary>The finding of the item, where it is about one.</summary>
    public Finding? Finding => Material.Findings.Values.FirstOrDefault();

    /// <summary>Where decisions on it are taken.</summary>
    public string Path => Item > 0 ? $"/meetings/{Meeting.Id}/items/{Item}" : $"/meetings/{Meeting.Id}/decisions";

    /// <summary>What it is called.</summary>
    public string Heading =>
        Agenda is { } item ? MeetingSentences.Heading(item, Material, Form.Language) : Form.Language["decide.outside"];

    /// <summary>What the finding recommends, if it recommends just this.</summary>
    internal Recommendation? Recommends(RecommendedDecision decision) =>
        Finding?.Recommendation is { } recommendation && recommendation.Decision == decision ? recommendation : null;
}
