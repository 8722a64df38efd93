using System.Globalization;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain.Plans;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Coordination.Api.Harmonization;

/// <summary>A board's answer, for one day.</summary>
internal sealed record BoardAnswer(byte[]? Body, string Tag);

/// <summary>
/// Reads a plan's board: the bytes that were last made, while they are those of the point and its day, else made anew out of the plan's
/// state. Both are the same bytes.
/// </summary>
internal sealed class BoardReader(NpgsqlDataSource dataSource, FindingsKeeper findings, ViewPoints points)
{
    /// <summary>The board's bytes; none when the caller has those of the tag, which <paramref name="isKnown"/> says.</summary>
    internal async Task<(BoardAnswer? Answer, Problem? Problem)> ReadAsync(
        string plan,
        BoardQuery query,
        Func<string, bool> isKnown,
        CancellationToken cancellation
    )
    {
        var (point, problem) = await PointAsync(plan, query, cancellation);
        if (problem is not null)
            return (null, problem);
        var answer =
            await StoredAsync(plan, point!, query.KnownPosition, isKnown, cancellation)
            ?? await MadeAsync(plan, point!, cancellation);
        return answer is null ? (null, Problem.UnknownPlan(plan)) : (answer, null);
    }

    /// <summary>The point that a view of a plan is asked for, once its position has been seen.</summary>
    internal async Task<(ViewPoint? Point, Problem? Problem)> PointAsync(
        string plan,
        BoardQuery query,
        CancellationToken cancellation
    )
    {
        if (!Plan.IsWellFormedId(plan))
            return (null, Problem.UnknownPlan(plan));
        var problem = await points.AwaitAsync(query.AtLeast, cancellation);
        return problem is not null
            ? (null, problem)
            : await points.ResolveAsync(query.AsOf, query.Position, cancellation);
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
        if (row.Body is not null)
            return new(row.Body, tag);
        return row.Position == known ? await StoredAsync(plan, point, known: null, isKnown, cancellation) : null;
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
            select position, case when position <> $4 and day = $5 then body end from {StoreTables.BoardAnswers}
            where plan = $1 and {PlanStates.IsOfPoint}
            """
        );
        command.Parameters.Add(new() { Value = plan });
        command.Parameters.Add(new() { Value = point.Position });
        command.Parameters.Add(new() { Value = point.IsLive });
        command.Parameters.Add(new() { Value = known });
        command.Parameters.Add(new() { Value = point.Day });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            return null;
        var body = await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetFieldValue<byte[]>(1);
        return (reader.GetInt64(0), body);
    }

    /// <summary>Makes the answer; that of the present is kept for the next reader.</summary>
    private async Task<BoardAnswer?> MadeAsync(string plan, ViewPoint point, CancellationToken cancellation)
    {
        if (await findings.ReadAsync(plan, point, cancellation) is not { } found)
            return null;
        var body = Answers.ToBytes(found.ToBoard());
        if (point.IsLive)
            await KeepAsync(plan, found.State.Position, found.Day, body, cancellation);
        return new(body, TagOf(found.State.Position, found.Day));
    }

    /// <summary>
    /// A row that has moved on or is being moved on is left alone, and nobody waits for the disk: what is lost is made again.
    /// </summary>
    private async Task KeepAsync(string plan, long position, DateOnly day, byte[] body, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            with fast as (select set_config('synchronous_commit', 'off', true)),
                free as (select plan from {StoreTables.BoardAnswers}
                    where plan = $1 and position = $2 for update skip locked)
            update {StoreTables.BoardAnswers} answer set day = $3, body = $4 from fast, free where answer.plan = free.plan
            """
        );
        command.Parameters.Add(new() { Value = plan });
        command.Parameters.Add(new() { Value = position });
        command.Parameters.Add(new() { Value = day });
        command.Parameters.Add(new() { Value = body });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    internal static string TagOf(long position, DateOnly day) => Answers.Tag(position, day.ToString("yyyyMMdd"));
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
    /// <summary>Now, or at the end of a day; after what a command has left, where its position is told.</summary>
    internal static BoardQuery Of(string? day, string? atLeast = null) => new(day, null, atLeast, null);

    /// <summary>The position whose board the caller has, as the tag begins.</summary>
    internal long? KnownPosition =>
        long.TryParse(
            IfNoneMatch
                ?.Replace("csv-", "", StringComparison.Ordinal)
                .Replace("xlsx-", "", StringComparison.Ordinal)
                .TrimStart('W', '/', '"')
                .Split('-')[0],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var position
        )
            ? position
            : null;
}
