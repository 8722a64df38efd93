using System.Data;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Api.Tables;
using Npgsql;

namespace Coordination.Api.Programs;

/// <summary>
/// <c>GET /api/programs</c>: by id, and all pages of one list at one position. Programs that changed since the first page are folded
/// back to it and stand in for their documents, so a later page costs what has changed, not what there is.
/// </summary>
internal static class ListPrograms
{
    private const string Documents = $"{StoreSetup.Schema}.mt_doc_storedprogram";

    internal static async Task<IResult> GetAsync(
        [AsParameters] ProgramFilter filter,
        string? limit,
        string? cursor,
        string? atLeast,
        HttpContext http,
        NpgsqlDataSource dataSource,
        ViewPoints points,
        CancellationToken cancellation
    )
    {
        if (filter.Fault() is { } fault)
            return Problem.Malformed(fault.Field, fault.Detail).ToResult();
        var (page, problem) = PageRequest.Of(http, limit, cursor, filter.Fingerprint);
        if (page?.Cursor is { } from && !ProgramSort.Find(filter.Sort)!.Accepts(from))
            problem = PageRequest.ForgedCursor();
        problem ??= await points.AwaitAsync(atLeast, cancellation);
        if (problem is not null)
            return problem.ToResult();

        // One snapshot: the projection may move on while this reads.
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var seen = await Positions.SeenAsync(connection, cancellation);
        var position = page!.Cursor?.Position ?? seen;
        if (position > seen)
            return PageRequest.ForgedCursor().ToResult();
        var changed = await ChangedSinceAsync(position, connection, cancellation);
        var past =
            changed.Length == 0
                ? []
                : Past(await EventReader.StreamsAsync(changed, position, connection, cancellation));
        var tag = Answers.Tag(position, page.Limit, Hash($"{page.Cursor?.After} {filter.Fingerprint}"));
        var all = FindAsync(filter, page, changed, past, connection, cancellation);
        // A whole list may be long: none of it is held but what is written of it.
        if (page.IsWholeList)
            return await Table.AnswerAsync(http, all.Select(entry => ProgramRow.Of(entry.Program)), tag);
        var found = await all.ToListAsync(cancellation);
        var items = found.Take(page.Limit).Select(entry => entry.Program);
        var next =
            found.Count > page.Limit
                ? new Cursor(
                    found[page.Limit - 1].Program.Id,
                    found[page.Limit - 1].Key,
                    position,
                    filter.Fingerprint
                ).Encode()
                : null;
        return Answers.Page(http, items, next, tag, ProgramView.Of, ProgramRow.Of);
    }

    private static async Task<string[]> ChangedSinceAsync(
        long position,
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(
            $"select id from {Documents} where (data->>'position')::bigint > $1",
            connection
        );
        command.Parameters.Add(new() { Value = position });
        var changed = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            changed.Add(reader.GetString(0));
        return [.. changed];
    }

    private static StoredProgram[] Past(List<StoredEvent> history)
    {
        var last = history.GroupBy(stored => stored.Stream).ToDictionary(group => group.Key, group => group.Last());
        return
        [
            .. history
                .ToPrograms()
                .Select(entry => new StoredProgram(
                    entry.Key,
                    last[entry.Key].Position,
                    last[entry.Key].Version,
                    entry.Value
                )),
        ];
    }

    private static async IAsyncEnumerable<(StoredProgram Program, string Key)> FindAsync(
        ProgramFilter filter,
        PageRequest page,
        string[] changed,
        StoredProgram[] past,
        NpgsqlConnection connection,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand { Connection = connection };
        command.Parameters.Add(new() { Value = changed });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(past, CanonicalJson.Options) });
        command.Parameters.Add(new() { Value = page.Limit + 1 });
        var sort = ProgramSort.Find(filter.Sort)!;
        var onPage = $"{filter.ToSql(command)} and {sort.After(page.Cursor, command)} order by {sort.OrderBy} limit $3";
        // Each half is cut to a page by itself, so that the index of ids gives the usual one without reading the rest.
        command.CommandText = $"""
            select data, {sort.Sql}::text from (
                (select data, id from {Documents} where id <> all($1) and {onPage})
                union all
                (select data, id from (
                    select data, data->>'id' as id from jsonb_array_elements($2::jsonb) data) past where {onPage})) program
            order by {sort.OrderBy} limit $3
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return (
                JsonSerializer.Deserialize<StoredProgram>(reader.GetString(0), CanonicalJson.Options)!,
                reader.GetString(1)
            );
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
