using System.Collections.Immutable;
using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Domain.Meetings;

/// <summary>Something to speak about.</summary>
/// <param name="Topic">In words, 3 to 500 characters.</param>
/// <param name="Finding">Id of the finding that it is about, where it is about one.</param>
public sealed record AgendaItem(string Topic, string? Finding = null)
{
    internal const int LongestTopic = 500;

    /// <summary>As much as a day's meeting can go through.</summary>
    private const int MostDrafted = 30;

    /// <summary>What waits for a decision: what matters most first, then where most money is at stake; at most 30.</summary>
    /// <param name="findings">What is found in the plan.</param>
    /// <param name="topic">What a finding is called on the agenda; what is longer than a topic is shortened.</param>
    public static ImmutableList<AgendaItem> Draft(IEnumerable<Finding> findings, Func<Finding, string> topic) =>
        [
            .. findings
                .Where(finding => finding.IsWaiting)
                .OrderBy(finding => finding.Severity)
                .ThenByDescending(finding => finding.AtStake)
                .ThenBy(finding => finding.Id, StringComparer.Ordinal)
                .Take(MostDrafted)
                .Select(finding => Of(finding, topic)),
        ];

    /// <summary>One that speaks about a finding.</summary>
    public static AgendaItem Of(Finding finding, Func<Finding, string> topic) =>
        new(Shortened(topic(finding)), finding.Id);

    /// <summary>What a finding is called where nobody calls it otherwise: its first reason.</summary>
    public static string TopicOf(Finding finding) => Shortened(finding.Evidence.Reasons[0]);

    private static string Shortened(string text) =>
        text.Length <= LongestTopic ? text : $"{text[..(LongestTopic - 1)].TrimEnd()}…";
}

/// <summary>Who was at a meeting: name and office, and nothing else of the person (UU 27/2022 on personal data).</summary>
/// <param name="Name">3 to 200 characters.</param>
/// <param name="Office">Office or agency, 3 to 200 characters.</param>
/// <param name="Government">Kemendagri code; none for one who comes from elsewhere, as from a ministry.</param>
public sealed record Attendee(string Name, string Office, string? Government = null);

/// <summary>How a decision was taken.</summary>
public enum DecisionBy
{
    /// <summary>All agreed (musyawarah mufakat).</summary>
    Consensus,

    /// <summary>The chair decided.</summary>
    Chair,
}

/// <summary>Events that a decision caused in one stream.</summary>
/// <param name="Stream">Key of the stream: a program's number, or <c>plan-19-2024</c>.</param>
/// <param name="First">Version of the first of them in the stream.</param>
/// <param name="Last">Version of the last of them.</param>
public sealed record StreamChange(string Stream, long First, long Last);

/// <summary>The plan that a meeting looks at: as it was at a position, for a day.</summary>
/// <param name="Position">Position of the last event that affected it.</param>
/// <param name="AsOf">Evaluation day in Jakarta.</param>
public sealed record PlanPoint(long Position, DateOnly AsOf);

/// <summary>The seal of a meeting's minutes.</summary>
/// <param name="Point">The plan as it was then.</param>
/// <param name="Minutes">The sealed text, exactly.</param>
/// <param name="Digest">SHA-256 of its UTF-8 bytes, 64 lower-case hexadecimal digits.</param>
public sealed record Seal(PlanPoint Point, string Minutes, string Digest);

/// <summary>What was added to sealed minutes.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What is added.</param>
/// <param name="SealedOn">Day in Jakarta.</param>
/// <param name="Sealed">The sealed text, exactly.</param>
/// <param name="Digest">SHA-256 of its UTF-8 bytes, 64 lower-case hexadecimal digits.</param>
public sealed record Addendum(int Number, string Text, DateOnly SealedOn, string Sealed, string Digest);
