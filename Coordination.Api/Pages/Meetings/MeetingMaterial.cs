using System.Collections.Immutable;
using Coordination.Api.Harmonization;
using Coordination.Api.Projections;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Pages.Meetings;

/// <summary>What a meeting speaks of, as its page tells it.</summary>
/// <param name="Findings">Those on its agenda that there are, by id.</param>
/// <param name="Titles">What programs are called, by number.</param>
public sealed record MeetingMaterial(
    IReadOnlyDictionary<string, Finding> Findings,
    IReadOnlyDictionary<string, string> Titles
)
{
    /// <summary>Of what is about nothing that is found.</summary>
    public static readonly MeetingMaterial None = new(
        new Dictionary<string, Finding>(),
        new Dictionary<string, string>()
    );

    /// <summary>The finding of an item, while there is one.</summary>
    public Finding? Of(AgendaItem item) => item.Finding is { } id ? Findings.GetValueOrDefault(id) : null;

    /// <summary>Calls findings on an agenda what they are called in a language.</summary>
    internal Func<Finding, string> NamerIn(Language language) =>
        finding => MeetingSentences.Heading(finding, Titles, language);
}

/// <summary>Reads it.</summary>
internal sealed class MeetingMaterialReader(FindingsReader findings, PlanStates states)
{
    private static readonly BoardQuery Now = new(null, null, null, null);

    /// <summary>Of all of a meeting, as things are now.</summary>
    internal async Task<MeetingMaterial> ReadAsync(Meeting meeting, CancellationToken cancellation)
    {
        var wanted = meeting.Agenda.Select(item => item.Finding).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var found = await FindAsync(meeting.Plan, wanted, Now, cancellation);
        return new(
            found.ToDictionary(finding => finding.Id),
            await TitlesAsync(meeting, found.SelectMany(finding => finding.Programs), cancellation)
        );
    }

    /// <summary>Of one item; where its finding is gone, as it was when the meeting began.</summary>
    internal async Task<(MeetingMaterial Material, bool IsGone)> ReadAsync(
        Meeting meeting,
        AgendaItem item,
        CancellationToken cancellation
    )
    {
        var wanted = item.Finding is { } id ? new HashSet<string>([id], StringComparer.Ordinal) : [];
        var found = await FindAsync(meeting.Plan, wanted, Now, cancellation);
        var isGone = wanted.Count > 0 && found.Count == 0;
        if (isGone && meeting.Basis is { } basis)
            found = await FindAsync(
                meeting.Plan,
                wanted,
                new($"{basis.AsOf:yyyy-MM-dd}", $"{basis.Position}", null, null),
                cancellation
            );
        return (
            new(
                found.ToDictionary(finding => finding.Id),
                await TitlesAsync(meeting, found.SelectMany(finding => finding.Programs), cancellation)
            ),
            isGone
        );
    }

    /// <summary>An agenda drafted from what waits in a plan, in the words of a language: the minutes are sealed with them.</summary>
    internal async Task<ImmutableList<AgendaItem>?> DraftAsync(
        string plan,
        Language language,
        CancellationToken cancellation
    )
    {
        var (found, _, _) = await findings.ReadAsync(plan, Now, _ => false, cancellation);
        if (found is null)
            return null;
        var drafted = AgendaItem
            .Draft(found.Findings, AgendaItem.TopicOf)
            .Select(item => item.Finding)
            .ToHashSet(StringComparer.Ordinal);
        List<Finding> named = [.. found.Findings.Where(finding => drafted.Contains(finding.Id))];
        var titles = await states.TitlesAsync(named, cancellation);
        return AgendaItem.Draft(named, finding => MeetingSentences.Heading(finding, titles, language));
    }

    /// <summary>What waits for a decision and is not on the agenda yet, what matters most first.</summary>
    internal async Task<MeetingMaterial> ReadOtherAsync(Meeting meeting, int most, CancellationToken cancellation)
    {
        var known = meeting.Agenda.Select(item => item.Finding).ToHashSet();
        var (plan, _, _) = await findings.ReadAsync(meeting.Plan, Now, _ => false, cancellation);
        List<Finding> others =
        [
            .. plan?.InOrder.Where(finding => finding.IsWaiting && !known.Contains(finding.Id)).Take(most) ?? [],
        ];
        return new(others.ToDictionary(finding => finding.Id), await states.TitlesAsync(others, cancellation));
    }

    internal Task<IReadOnlyDictionary<string, string>> TitlesAsync(
        Meeting meeting,
        IEnumerable<string> more,
        CancellationToken cancellation
    ) =>
        states.TitlesAsync(
            meeting.Decisions.SelectMany(decision => decision.Decision.Programs).Concat(more),
            cancellation
        );

    private async Task<IReadOnlyList<Finding>> FindAsync(
        string plan,
        HashSet<string> wanted,
        BoardQuery point,
        CancellationToken cancellation
    )
    {
        if (wanted.Count == 0)
            return [];
        var (found, _, _) = await findings.ReadAsync(plan, point, _ => false, cancellation);
        return [.. found?.Findings.Where(finding => wanted.Contains(finding.Id)) ?? []];
    }
}
