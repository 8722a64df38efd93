using System.Data;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Npgsql;

namespace Coordination.Api.Programs;

/// <summary>
/// Reads lists of programs: all pages of one list at one position. Programs that changed since the first page are folded back to it and
/// stand in for their documents, so a later page costs what has changed, not what there is.
/// </summary>
internal sealed class ProgramListReader(NpgsqlDataSource dataSource)
{
    internal const string Documents = $"{StoreSetup.Schema}.mt_doc_storedprogram";

    /// <summary>Which page is asked for, or what is wrong with that or with the filter.</summary>
    internal static (PageRequest? Page, Problem? Problem) Asked(
        ProgramFilter filter,
        HttpContext http,
        string? limit,
        string? cursor
    )
    {
        if (filter.Fault() is { } fault)
            return (null, Problem.Malformed(fault.Field, fault.Detail));
        var (page, problem) = PageRequest.Of(http, limit, cursor, filter.Fingerprint);
        return page?.Cursor is { } from && !ProgramSort.Find(filter.Sort)!.Accepts(from)
            ? (null, PageRequest.ForgedCursor())
            : (page, problem);
    }

    /// <summary>The list while it is read, to be disposed of; none when the cursor is of a position that there has not been.</summary>
    internal async Task<ProgramList?> OpenAsync(ProgramFilter filter, PageRequest page, CancellationToken cancellation)
    {
        // One snapshot: the projection may move on while this reads.
        var connection = await dataSource.OpenConnectionAsync(cancellation);
        try
        {
            await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            var seen = await Positions.SeenAsync(connection, cancellation);
            var position = page.Cursor?.Position ?? seen;
            if (position > seen)
            {
                await connection.DisposeAsync();
                return null;
            }
            var changed = await ChangedSinceAsync(position, connection, cancellation);
            var past =
                changed.Length == 0
                    ? []
                    : Past(await EventReader.StreamsAsync(changed, position, connection, cancellation));
            return new(filter, page, position, changed, past, connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
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
}
