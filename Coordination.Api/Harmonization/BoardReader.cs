using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Coordination.Api.Harmonization;

/// <summary>A board's answer, for one day.</summary>
internal sealed record BoardAnswer(byte[]? Body, string Tag);

/// <summary>
/// Reads a plan's board: the stored bytes while they hold at the point asked for, else a fold of the plan's events up to it. Both
/// give the same bytes.
/// </summary>
internal sealed class BoardReader(NpgsqlDataSource dataSource, EventReader events, ViewPoints points)
{
    /// <summary>The board's bytes; none when <paramref name="isKnown"/> says that the caller has those of the tag.</summary>
    internal async Task<(BoardAnswer? Answer, Problem? Problem)> ReadAsync(
        string plan,
        BoardQuery query,
        Func<string, bool> isKnown,
        CancellationToken cancellation
    )
    {
        if (!Plan.IsWellFormedId(plan))
            return (null, Problem.UnknownPlan(plan));
        var problem = await points.AwaitAsync(query.AtLeast, cancellation);
        if (problem is not null)
            return (null, problem);
        (var point, problem) = await points.ResolveAsync(query.AsOf, query.Position, cancellation);
        if (problem is not null)
            return (null, problem);
        var answer =
            await StoredAsync(plan, point!, isKnown, cancellation) ?? await FoldedAsync(plan, point!, cancellation);
        return answer is null ? (null, Problem.UnknownPlan(plan)) : (answer, null);
    }

    private async Task<BoardAnswer?> StoredAsync(
        string plan,
        ViewPoint point,
        Func<string, bool> isKnown,
        CancellationToken cancellation
    )
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select (data->>'position')::bigint, data->>'body'
            from {StoreSetup.Schema}.mt_doc_storedboard where id = $1 and (data->>'position')::bigint <= $2
                and ($3 or ({BoardProjection.SeenSql}) >= $2)
            """
        );
        command.Parameters.Add(new() { Value = plan });
        command.Parameters.Add(new() { Value = point.Position });
        command.Parameters.Add(new() { Value = point.IsLive });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            return null;
        var tag = TagOf(reader.GetInt64(0), point.Day);
        return new(isKnown(tag) ? null : BoardBytes.ForDay(reader.GetString(1), point.Day), tag);
    }

    private async Task<BoardAnswer?> FoldedAsync(string plan, ViewPoint point, CancellationToken cancellation)
    {
        if (point.IsLive)
            return null;
        var history = await events.PlanAsync(plan, point.Position, cancellation);
        if (history.ToPlan() is not { } state)
            return null;
        var position = history[^1].Position;
        var board = BoardMaker.Make(state, Tally.Of(history.ToPrograms().Values), position, point.Day);
        return new(Answers.ToBytes(board), TagOf(position, point.Day));
    }

    private static string TagOf(long position, DateOnly day) => Answers.Tag(position, day.ToString("yyyyMMdd"));
}

/// <summary>Which board is asked for.</summary>
/// <param name="AsOf">A day, meaning its end in Jakarta, or a moment in UTC.</param>
/// <param name="Position">Events up to this position count.</param>
/// <param name="AtLeast">Wait, at most two seconds, until the board has seen this position.</param>
internal sealed record BoardQuery(
    [FromQuery(Name = "asOf")] string? AsOf,
    [FromQuery(Name = "position")] string? Position,
    [FromQuery(Name = "atLeast")] string? AtLeast
);
