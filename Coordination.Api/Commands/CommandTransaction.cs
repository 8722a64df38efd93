using System.Data;
using System.Security.Cryptography;
using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Domain;
using Marten;
using Npgsql;

namespace Coordination.Api.Commands;

/// <summary>
/// One command's transaction. All that it must know comes in one round trip: the answer to an earlier request with the same key,
/// the stream (locked, so that no lost race leaves a gap in the sequence), and what else the decision reads.
/// </summary>
internal sealed class CommandTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    internal static async Task<CommandTransaction> BeginAsync(
        NpgsqlDataSource dataSource,
        CancellationToken cancellation
    )
    {
        var connection = await dataSource.OpenConnectionAsync(cancellation);
        try
        {
            return new(connection, await connection.BeginTransactionAsync(cancellation));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads what the command must know; an earlier answer to the same key comes instead when there is one.</summary>
    internal async Task<(EarlierAnswer? Earlier, Knowledge Knowledge)> ReadAsync<TState, TEvent>(
        CommandOn<TState, TEvent> command,
        string? answerId,
        CancellationToken cancellation
    )
        where TState : class
        where TEvent : class
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        if (answerId is not null)
            EarlierAnswer.AddClaim(batch, answerId, Fingerprint(command.Body));
        Add(batch, $"select version from {StoreSetup.Schema}.mt_streams where id = $1 for update", command.Stream);
        // A statement for each stream: one for all of them (= any) is planned as a scan of every event while the store is young.
        string[] streams = [command.Stream, .. command.AlsoReads];
        foreach (var stream in streams)
            Add(
                batch,
                $"select {StoredEvent.Columns} from {StoreSetup.Schema}.mt_events where stream_id = $1 order by version",
                stream
            );
        foreach (var stream in command.Mentions)
            Add(batch, $"select id from {StoreSetup.Schema}.mt_streams where id = $1", stream);

        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var earlier = answerId is null ? null : await EarlierAnswer.ReadAsync(reader, cancellation);
        await reader.NextResultAsync(cancellation);
        var events = new List<StoredEvent>();
        foreach (var _ in streams)
        {
            events.AddRange(await StoredEvent.ReadAllAsync(reader, cancellation));
            await reader.NextResultAsync(cancellation);
        }
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var _ in command.Mentions)
        {
            while (await reader.ReadAsync(cancellation))
                known.Add(reader.GetString(0));
            await reader.NextResultAsync(cancellation);
        }
        return (earlier, new(this, events, known));
    }

    /// <summary>
    /// Reads many streams and locks those to append to, always in the same order, so that two such reads cannot block each other for ever.
    /// </summary>
    internal async Task<ILookup<string, StoredEvent>> ReadManyAsync(
        IReadOnlyCollection<string> streams,
        IReadOnlyCollection<string> alsoReads,
        CancellationToken cancellation
    )
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        Add(
            batch,
            $"select version from {StoreSetup.Schema}.mt_streams where id = any($1) order by id for update",
            streams.ToArray()
        );
        Add(
            batch,
            $"select {StoredEvent.Columns} from {StoreSetup.Schema}.mt_events where stream_id = any($1) order by seq_id",
            (string[])[.. streams, .. alsoReads]
        );
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var events = await StoredEvent.ReadAllAsync(reader, cancellation);
        return events.ToLookup(stored => stored.Stream, StringComparer.Ordinal);
    }

    /// <summary>
    /// Reads a column of texts in this transaction: a decision that took a second connection could wait for ever for one that waits for it.
    /// </summary>
    internal async Task<IReadOnlyList<string>> ReadColumnAsync(
        string sql,
        CancellationToken cancellation,
        params object[] values
    )
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var column = new List<string>();
        while (await reader.ReadAsync(cancellation))
            column.Add(reader.GetString(0));
        return column;
    }

    internal async Task<List<StoredEvent>> ReadStreamAsync(
        string stream,
        long upToVersion,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(
            $"select {StoredEvent.Columns} from {StoreSetup.Schema}.mt_events where stream_id = $1 and version <= $2 order by version",
            connection,
            transaction
        );
        command.Parameters.Add(new() { Value = stream });
        command.Parameters.Add(new() { Value = upToVersion });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await StoredEvent.ReadAllAsync(reader, cancellation);
    }

    /// <summary>A session that writes in this transaction.</summary>
    internal IDocumentSession OpenSession(IDocumentStore store) =>
        store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(transaction));

    /// <summary>Sends what the session has queued and the commit in one round trip.</summary>
    internal async Task CommitAsync(IDocumentSession session, CancellationToken cancellation)
    {
        session.QueueSqlCommand("commit");
        try
        {
            await session.SaveChangesAsync(cancellation);
        }
        catch (InvalidOperationException ended) when (connection.State != ConnectionState.Open)
        {
            // The driver speaks of a transaction that is over; what has happened is that the server went away while the command decided.
            throw new NpgsqlException("The connection was lost before the commit.", ended);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static void Add(NpgsqlBatch batch, string sql, object value) =>
        batch.BatchCommands.Add(new(sql) { Parameters = { new() { Value = value } } });

    private static byte[] Fingerprint(object body) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), CanonicalJson.Options));
}
