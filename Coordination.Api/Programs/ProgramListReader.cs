using System.Data;
using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Npgsql;

namespace Coordination.Api.Programs;

/// <summary>A page of programs; no cursor of a next one on the last.</summary>
internal sealed record ProgramPage(IReadOnlyList<StoredProgram> Items, string? Next, long Position);

/// <summary>
/// Reads lists of programs: all pages of one list at one position. Programs that changed since the first page are folded back to it and
/// stand in for their documents, so a later page costs what has changed, not what there is.
/// </summary>
internal sealed class ProgramListReader(NpgsqlDataSource dataSource)
{
    private const string Documents = $"{StoreSetup.Schema}.mt_doc_storedprogram";

    internal async Task<(ProgramPage? Found, Problem? Problem)> ReadAsync(
        ProgramFilter filter,
        string? limit,
        string? cursor,
        CancellationToken cancellation
    )
    {
        if (filter.Fault() is { } fault)
            return (null, Problem.Malformed(fault.Field, fault.Detail));
        var (page, problem) = PageRequest.Of(limit, cursor, filter.Fingerprint);
        if (problem is not null)
            return (null, problem);
        if (page!.Cursor is { } from && !ProgramSort.Find(filter.Sort)!.Accepts(from))
            return (null, PageRequest.ForgedCursor());

        // One snapshot: the projection may move on while this reads.
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var seen = await Positions.SeenAsync(connection, cancellation);
        var position = page.Cursor?.Position ?? seen;
        if (position > seen)
            return (null, PageRequest.ForgedCursor());
        var changed = await ChangedSinceAsync(position, connection, cancellation);
        var past =
            changed.Length == 0
                ? []
                : Past(await EventReader.StreamsAsync(changed, position, connection, cancellation));
        var found = await FindAsync(filter, page, changed, past, connection, cancellation);
        var next =
            found.Count > page.Limit
                ? new Cursor(
                    found[page.Limit - 1].Program.Id,
                    found[page.Limit - 1].Key,
                    position,
                    filter.Fingerprint
                ).Encode()
                : null;
        return (new([.. found.Take(page.Limit).Select(entry => entry.Program)], next, position), null);
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

    private static async Task<List<(StoredProgram Program, string Key)>> FindAsync(
        ProgramFilter filter,
        PageRequest page,
        string[] changed,
        StoredProgram[] past,
        NpgsqlConnection connection,
        CancellationToken cancellation
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
        var found = new List<(StoredProgram, string)>();
        while (await reader.ReadAsync(cancellation))
            found.Add(
                (
                    JsonSerializer.Deserialize<StoredProgram>(reader.GetString(0), CanonicalJson.Options)!,
                    reader.GetString(1)
                )
            );
        return found;
    }
}
