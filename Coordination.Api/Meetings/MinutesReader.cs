using System.Text.Json;
using System.Text.Json.Serialization;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Meetings;
using Npgsql;

namespace Coordination.Api.Meetings;

/// <summary>Makes minutes out of what is stored: of a meeting that is open as it is now, of a closed one as it was when it was closed.</summary>
internal sealed class MinutesReader(
    EventReader events,
    PlanStates states,
    PlanPoints points,
    NpgsqlDataSource dataSource,
    TimeProvider clock
)
{
    /// <summary>A member without a value is left out, so that one that comes later changes nothing.</summary>
    private static readonly JsonSerializerOptions Sealing = new(CanonicalJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The minutes of an open meeting as they would be sealed now; none of any other meeting.</summary>
    /// <param name="id">The meeting.</param>
    /// <param name="chainHead">The head of the chain that holds all events so far, where they are to be sealed.</param>
    /// <param name="cancellation">That nobody waits any more.</param>
    internal async Task<(DraftMinutes? Draft, Problem? Problem)> DraftAsync(
        string id,
        ChainHead? chainHead,
        CancellationToken cancellation
    )
    {
        var history = await HistoryAsync(id, cancellation);
        if (history.ToMeeting(id) is not { Status: MeetingStatus.Open } meeting)
            return (null, null);
        // After the history: what the minutes tell has happened by then.
        var (position, problem) = await points.LastAsync(meeting.Plan, cancellation);
        if (problem is not null)
            return (null, problem);
        var point = new PlanPoint(position!.Value, JakartaTime.DayOf(clock.GetUtcNow()));
        var minutes = await MakeAsync(meeting, history, point, chainHead, cancellation);
        return (new(history.Count, point, TextOf(minutes)), null);
    }

    internal Task<List<StoredEvent>> HistoryAsync(string id, CancellationToken cancellation) =>
        Meeting.IsWellFormedId(id)
            ? events.StreamAsync(StreamKeys.Meeting(id), long.MaxValue, cancellation)
            : Task.FromResult(new List<StoredEvent>());

    /// <summary>The minutes of a meeting just before it was closed, from nothing but the events.</summary>
    internal async Task<Minutes> MakeAsync(
        Meeting meeting,
        IReadOnlyCollection<StoredEvent> history,
        PlanPoint closing,
        ChainHead? chainHead,
        CancellationToken cancellation
    ) =>
        MinutesMaker.Make(
            meeting,
            await BoardAsync(meeting.Plan, meeting.Basis!, cancellation),
            await BoardAsync(meeting.Plan, closing, cancellation),
            [.. history.Where(stored => stored.Data is DecisionRecorded).Select(stored => stored.Position)],
            await EffectsAsync(meeting, cancellation),
            chainHead
        );

    internal static string TextOf(Minutes minutes) =>
        SealedForm.Of(JsonSerializer.SerializeToElement(minutes, Sealing));

    private async Task<Board> BoardAsync(string plan, PlanPoint point, CancellationToken cancellation)
    {
        var state =
            await states.FoldedAsync(plan, point.Position, cancellation)
            ?? throw new InvalidOperationException($"Plan {plan} has no events up to position {point.Position}.");
        return BoardMaker.Make(state.Plan, state.Tally, state.Assessments, state.Position, point.AsOf);
    }

    private async Task<List<DecisionEffect>> EffectsAsync(Meeting meeting, CancellationToken cancellation)
    {
        var streams = meeting
            .Decisions.SelectMany(decision => decision.Changes)
            .Select(change => change.Stream)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        await using var command = dataSource.CreateCommand(
            $"select seq_id, stream_id, version, type from {StoreSetup.Schema}.mt_events where stream_id = any($1)"
        );
        command.Parameters.Add(new() { Value = streams });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var effects = new List<DecisionEffect>();
        while (await reader.ReadAsync(cancellation))
            effects.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3)));
        return effects;
    }
}
