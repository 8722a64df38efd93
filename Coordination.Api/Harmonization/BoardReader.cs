using System.Globalization;
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
    /// <summary>The board's bytes; none when the caller has those of the tag, which <paramref name="isKnown"/> says.</summary>
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
            await StoredAsync(plan, point!, query.KnownPosition, isKnown, cancellation)
            ?? await FoldedAsync(plan, point!, cancellation);
        return answer is null ? (null, Problem.UnknownPlan(plan)) : (answer, null);
    }

    /// <summary>
    /// The stored answer, if it is that of the point. Its body is not read where the caller seems to have it; when the tag then says
    /// otherwise (another day, another build), it is read after all.
    /// </summary>
    private async Task<BoardAnswer?> StoredAsync(
        string plan,
        ViewPoint point,
        long? known,
        Func<string, bool> isKnown,
        CancellationToken cancellation
    )
    {
        if (await ReadRowAsync(plan, point, known ?? -1, cancellation) is not { } row)
            return null;
        var tag = TagOf(row.Position, point.Day);
        if (isKnown(tag))
            return new(null, tag);
        return row.Body is { } body
            ? new(BoardBytes.ForDay(body, point.Day), tag)
            : await StoredAsync(plan, point, known: null, isKnown, cancellation);
    }

    private async Task<(long Position, byte[]? Body)?> ReadRowAsync(
        string plan,
        ViewPoint point,
        long known,
        CancellationToken cancellation
    )
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select position, case when position = $4 then null else body end from {StoreTables.BoardAnswers}
            where plan = $1 and position <= $2 and ($3 or ({BoardProjection.SeenSql}) >= $2)
            """
        );
        command.Parameters.Add(new() { Value = plan });
        command.Parameters.Add(new() { Value = point.Position });
        command.Parameters.Add(new() { Value = point.IsLive });
        command.Parameters.Add(new() { Value = known });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            return null;
        var body = await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetFieldValue<byte[]>(1);
        return (reader.GetInt64(0), body);
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
/// <param name="IfNoneMatch">The tag of the answer that the caller has.</param>
internal sealed record BoardQuery(
    [FromQuery(Name = "asOf")] string? AsOf,
    [FromQuery(Name = "position")] string? Position,
    [FromQuery(Name = "atLeast")] string? AtLeast,
    [FromHeader(Name = "If-None-Match")] string? IfNoneMatch
)
{
    /// <summary>The position whose board the caller has, as the tag begins.</summary>
    internal long? KnownPosition =>
        long.TryParse(
            IfNoneMatch?.Replace("csv-", "", StringComparison.Ordinal).TrimStart('W', '/', '"').Split('-')[0],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var position
        )
            ? position
            : null;
}
