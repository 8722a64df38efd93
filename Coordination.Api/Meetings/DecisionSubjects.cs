using System.Collections.Immutable;
using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Domain;
using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Marten;

namespace Coordination.Api.Meetings;

/// <summary>What a decision acts on, as it is in one transaction, with every stream locked that its effects go to.</summary>
internal sealed class DecisionSubjects
{
    private readonly string meetingId;
    private readonly DecisionRecorded recorded;
    private readonly ILookup<string, StoredEvent> stored;
    private readonly ImmutableDictionary<string, SpbeProgram> programs;

    private DecisionSubjects(string meetingId, DecisionRecorded recorded, ILookup<string, StoredEvent> stored)
    {
        (this.meetingId, this.recorded, this.stored) = (meetingId, recorded, stored);
        Meeting = stored[StreamKeys.Meeting(meetingId)].ToMeeting(meetingId)!;
        Plan = stored[StreamKeys.Plan(recorded.Plan)].ToPlan()!;
        programs = recorded
            .Decision.Programs.Distinct(StringComparer.Ordinal)
            .Where(id => stored.Contains(StreamKeys.Program(id)))
            .ToImmutableDictionary(
                id => id,
                id => stored[StreamKeys.Program(id)].ToProgram(id)!,
                StringComparer.Ordinal
            );
    }

    internal Meeting Meeting { get; }

    internal int MeetingVersion => stored[StreamKeys.Meeting(meetingId)].Count();

    private Plan Plan { get; }

    internal static async Task<DecisionSubjects> ReadAsync(
        CommandTransaction transaction,
        string meeting,
        DecisionRecorded recorded,
        CancellationToken cancellation
    )
    {
        string[] own =
        [
            StreamKeys.Meeting(meeting),
            .. recorded.Decision.Programs.Select(StreamKeys.Program),
            .. recorded.NewProgram is { } begun ? [StreamKeys.Program(begun)] : (string[])[],
        ];
        var plan = StreamKeys.Plan(recorded.Plan);
        // As with any other command, only what changes the plan itself locks it.
        return new(
            meeting,
            recorded,
            recorded.Decision is Accept or SetTarget
                ? await transaction.ReadManyAsync([.. own, plan], [], cancellation)
                : await transaction.ReadManyAsync(own, [plan], cancellation)
        );
    }

    /// <summary>What the decision does to them now, or every rule that it breaks now.</summary>
    internal async Task<Effects> EffectsAsync(
        CommandTransaction transaction,
        Finding? finding,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (recorded.NewProgram is { } taken && stored.Contains(StreamKeys.Program(taken)))
            return new() { Rejections = [Taken(taken)] };
        var holder = await ProgramReferences.HolderAsync(transaction, Wanted(), cancellation);
        return DecisionEffects.Of(
            recorded.Decision,
            new(
                Plan,
                programs,
                Meeting.NameOf(meetingId, recorded.Number),
                recorded.NewProgram ?? "",
                now,
                holder,
                finding
            )
        );
    }

    /// <summary>Queues the effects, and says where they will be.</summary>
    internal ImmutableList<StreamChange> Append(IDocumentSession session, Effects effects)
    {
        var changes = new List<StreamChange>();
        // A program that receives several others comes after all of them, as it does in the effects.
        foreach (
            var ofProgram in effects
                .Programs.Reverse()
                .GroupBy(effect => effect.Program, StringComparer.Ordinal)
                .Reverse()
        )
        {
            IProgramEvent[] events = [.. ofProgram.Reverse().SelectMany(effect => effect.Events)];
            var id = ofProgram.Key;
            var before = programs.GetValueOrDefault(id);
            changes.Add(Append<SpbeProgram>(session, StreamKeys.Program(id), events));
            ProgramReferences.Follow(
                session,
                before,
                events.Aggregate(before, (program, next) => ProgramFold.Evolve(program, id, next))!
            );
        }
        if (effects.Plan.Count > 0)
            changes.Add(Append<Plan>(session, StreamKeys.Plan(Plan.Id), effects.Plan));
        return [.. changes];
    }

    private StreamChange Append<TState>(IDocumentSession session, string stream, IReadOnlyCollection<object> events)
        where TState : class
    {
        var (first, last) = CausedEvents.Append<TState>(session, stream, stored[stream].Count(), events);
        return new(stream, first, last);
    }

    private ReferenceKey? Wanted() =>
        recorded.Decision switch
        {
            Adopt d => ReferenceKey.Of(Plan.Id, d.Draft.Government, d.Draft.Reference),
            Reassign d when programs.GetValueOrDefault(d.Program) is { } program => ReferenceKey.Of(
                Plan.Id,
                d.Government,
                program.Details.Reference
            ),
            _ => null,
        };

    private static Rejection Taken(string program) =>
        new(RejectionKind.Stage, "number-taken", "draft", $"The number {program} has been taken by another program.");
}
