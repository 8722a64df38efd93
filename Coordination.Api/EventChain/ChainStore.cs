using System.Runtime.CompilerServices;
using Coordination.Api.EventStore;
using Npgsql;

namespace Coordination.Api.EventChain;

/// <summary>Reads and writes the chain and the digests of events, in the transaction of a connection.</summary>
internal sealed class ChainStore(NpgsqlConnection connection)
{
    internal async Task<ChainBatch?> LastAsync(CancellationToken cancellation)
    {
        await using var command = Command(
            $"select {ChainBatch.Columns} from {StoreTables.EventChain} order by number desc limit 1"
        );
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? ChainBatch.Read(reader) : null;
    }

    /// <summary>The batches after one, by number.</summary>
    internal async Task<List<ChainBatch>> PageAsync(ChainBatch? last, int most, CancellationToken cancellation)
    {
        await using var command = Command(
            $"select {ChainBatch.Columns} from {StoreTables.EventChain} where number > $1 order by number limit $2",
            last?.Number ?? long.MinValue,
            most
        );
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var page = new List<ChainBatch>();
        while (await reader.ReadAsync(cancellation))
            page.Add(ChainBatch.Read(reader));
        return page;
    }

    internal async Task InsertAsync(ChainBatch batch, CancellationToken cancellation)
    {
        await using var command = Command(
            $"insert into {StoreTables.EventChain} ({ChainBatch.Columns}) values ($1, $2, $3, $4, $5, $6)",
            batch.Number,
            batch.First,
            batch.Last,
            batch.Events,
            batch.Entries,
            batch.Digest
        );
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Positions and digests of the events after one position up to another, in order, so many at most.</summary>
    internal async IAsyncEnumerable<ChainEntry> EventsAsync(
        long after,
        long upTo,
        int most,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var command = Command(EventDigest.Select, after, upTo, most);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return new(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
    }

    internal async Task<long> CountAfterAsync(ChainBatch? last, CancellationToken cancellation)
    {
        await using var command = Command(
            $"select count(*) from {StoreSetup.Schema}.mt_events where seq_id > $1",
            last?.Last ?? long.MinValue
        );
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The position at which an event of this digest was recorded, or none.</summary>
    internal async Task<long?> RecordedAtAsync(byte[] digest, CancellationToken cancellation)
    {
        await using var command = Command(
            $"select {ChainBatch.Columns} from {StoreTables.EventChain} where position($1 in entries) > 0 order by number",
            digest
        );
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            if (ChainBatch.Read(reader).Find(digest) is { } position)
                return position;
        return null;
    }

    /// <summary>What stands at a position now.</summary>
    internal async Task<(string? Stream, long? Version, string? Type)> EventAtAsync(
        long position,
        CancellationToken cancellation
    )
    {
        await using var command = Command(
            $"select stream_id, version, type from {StoreSetup.Schema}.mt_events where seq_id = $1",
            position
        );
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (reader[0] as string, reader[1] as long?, reader[2] as string)
            : (null, null, null);
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
