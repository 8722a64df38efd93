using System.Security.Cryptography;
using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Api.Meetings;

/// <summary>
/// Finds out, when a decision is recorded, what it would do now, and what anything but the meeting has changed since its basis of what the
/// decision is about.
/// </summary>
internal sealed class DecisionCheck(
    string meeting,
    string plan,
    RecordDecision command,
    DateTimeOffset now,
    Finding? finding
)
{
    /// <summary>More than any decision that is accepted names.</summary>
    private const int MostPrograms = 100;

    /// <summary>Streams of the programs that it is about; what it names and cannot be a number, the check refuses.</summary>
    internal IReadOnlyList<string> Programs { get; } =
    [
        .. command
            .Decision.Programs.Concat(command.Decision is Accept ? finding?.Programs ?? [] : [])
            .Where(ProgramNumber.IsWellFormed)
            .Distinct(StringComparer.Ordinal)
            .Take(MostPrograms)
            .Select(StreamKeys.Program),
    ];

    /// <summary>The number of a program that it would begin, drawn once.</summary>
    internal string? NewProgram { get; } = command.Decision is Adopt adopted ? Draw(adopted.Draft) : null;

    internal async Task<MeetingFacts> AddToAsync(
        MeetingFacts facts,
        Meeting state,
        Knowledge knowledge,
        CancellationToken cancellation
    )
    {
        if (facts.Plan is not { } planState)
            return facts;
        var programs = Programs
            .Select(id => (Id: id, State: knowledge.Of(id).ToProgram(id)))
            .Where(program => program.State is not null)
            .ToDictionary(program => program.Id, program => program.State!, StringComparer.Ordinal);
        var scope = new DecisionScope(
            planState,
            programs,
            Meeting.NameOf(meeting, state.Decisions.Count + 1),
            NewProgram ?? "",
            now,
            await ProgramReferences.HolderAsync(knowledge.Transaction, Wanted(programs), cancellation),
            finding
        );
        return facts with
        {
            Effects = DecisionEffects.Of(command.Decision, scope),
            ForeignChanges = [.. knowledge.Events.Where(stored => IsForeign(stored, state)).Select(Named)],
            NewProgram = NewProgram,
        };
    }

    /// <summary>Of the plan's own stream only the target is a subject; findings and stages are seen by the check itself.</summary>
    private bool IsForeign(StoredEvent stored, Meeting state) =>
        stored.Position > state.Basis?.Position
        && (Programs.Contains(stored.Stream) || (command.Decision is SetTarget && stored.Data is PlanTargetChanged))
        && command.Decision is not Adopt
        && !state.Decisions.Exists(decision => decision.Caused(stored.Stream, stored.Version));

    private ForeignChange Named(StoredEvent stored) =>
        new(stored.Data is IPlanEvent ? plan : stored.Stream, stored.Type, stored.Position);

    private ReferenceKey? Wanted(Dictionary<string, SpbeProgram> programs) =>
        command.Decision switch
        {
            Adopt d => ReferenceKey.Of(d.Draft.Plan, d.Draft.Government, d.Draft.Reference),
            Reassign d when programs.TryGetValue(d.Program, out var program) => ReferenceKey.Of(
                program.Plan,
                d.Government,
                program.Details.Reference
            ),
            _ => null,
        };

    /// <summary>What cannot be a number is not asked for: the check refuses the draft, naming the field.</summary>
    private static string? Draw(PlanProgram draft)
    {
        var suffix = RandomNumberGenerator.GetString(ProgramNumber.Alphabet, ProgramNumber.SuffixLength);
        var number = ProgramNumber.Compose(draft.Government, draft.Plan, suffix);
        return ProgramNumber.IsWellFormed(number) ? number : null;
    }
}
