using Coordination.Api.EventStore;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.Meetings;

/// <summary>What a meeting's pages call things, in the reader's language.</summary>
internal static class MeetingSentences
{
    private const int MostNamed = 2;

    /// <summary>What an item is about: as somebody has written it, or where it was drafted, what its finding is about.</summary>
    internal static string Heading(AgendaItem item, MeetingMaterial material, Language language) =>
        material.Of(item) is { } finding && item.Topic == AgendaItem.TopicOf(finding)
            ? Heading(finding, material.Titles, language)
            : item.Topic;

    /// <summary>What kind of finding an item is about, where its heading does not begin with it.</summary>
    internal static string? KindBeside(AgendaItem item, MeetingMaterial material, Language language) =>
        KindOf(item.Finding, language) is { } kind
        && !Heading(item, material, language).StartsWith(kind, StringComparison.Ordinal)
            ? kind
            : null;

    /// <summary>Kind and subject of a finding: <c>Tumpang tindih: Internet desa A dan Internet desa B</c>.</summary>
    internal static string Heading(Finding finding, IReadOnlyDictionary<string, string> titles, Language language)
    {
        List<string> subjects =
        [
            .. finding.Programs.Count > 0
                ? finding.Programs.Select(id => titles.GetValueOrDefault(id, id))
                : finding
                    .Locations.Select(code => Location.Find(code)?.Name ?? code)
                    .Concat(finding.Priority is { } priority ? [Boards.BoardSentences.NameOf(priority, language)] : [])
                    .Take(1)
                    .Concat(finding.Governments.Select(NameOf)),
        ];
        var shown = string.Join(language["and"], subjects.Take(MostNamed));
        var rest = subjects.Count > MostNamed ? language["and-more", subjects.Count - MostNamed] : "";
        return $"{language[$"program.finding.{finding.Kind}"]}: {shown}{rest}";
    }

    /// <summary>The kind that a finding's id begins with, also where it is gone.</summary>
    internal static string? KindOf(string? finding, Language language) =>
        Enum.GetValues<FindingKind>()
            .Where(kind => finding?.StartsWith($"{CanonicalJson.NameOf(kind)}-", StringComparison.Ordinal) == true)
            .Select(kind => language[$"program.finding.{kind}"])
            .FirstOrDefault();

    internal static string NameOf(string government) => Government.Find(government)?.Name ?? government;

    internal static string When(Meeting meeting, Language language) =>
        meeting.Time is { } time ? $"{language.Day(meeting.Date)}, {language.Time(time)}" : language.Day(meeting.Date);
}
