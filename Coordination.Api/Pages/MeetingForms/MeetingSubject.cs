using System.Globalization;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.Meetings;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Pages.MeetingForms;

/// <summary>What a form of a meeting is about.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Part">Number of its decision or follow-up; 0 where it is about none.</param>
/// <param name="Item">Number of the agenda item that it came from; 0 where it came from none.</param>
/// <param name="Material">What the item is about.</param>
/// <param name="Form">The reader's language, and today.</param>
public sealed record MeetingSubject(Meeting Meeting, int Part, int Item, MeetingMaterial Material, FormSubject Form)
{
    /// <summary>The finding of the item, while there is one.</summary>
    public Finding? Finding => Material.Findings.Values.FirstOrDefault();

    /// <summary>Where the form came from, and leads back to.</summary>
    public string Back => Item > 0 ? $"/meetings/{Meeting.Id}/items/{Item}" : $"/meetings/{Meeting.Id}";

    internal static int NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
