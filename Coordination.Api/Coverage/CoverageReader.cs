using System.Runtime.CompilerServices;
using Coordination.Api.EventStore;
using Npgsql;

namespace Coordination.Api.Coverage;

/// <summary>Reads what is reported of locations from their own streams.</summary>
internal sealed class CoverageReader(NpgsqlDataSource dataSource)
{
    private const int Chunk = 200;

    /// <summary>The position of the last report up to a position, or 0.</summary>
    internal async Task<long> LastAsync(long upTo, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"select coalesce(max(seq_id), 0) from {StoreSetup.Schema}.mt_events where {StoreTables.IsOfCoverage} and seq_id <= $1"
        );
        command.Parameters.Add(new() { Value = upTo });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>
    /// The locations in order, from one on, that may have a report to show: one of their events meets the filter, which a later one may
    /// have corrected.
    /// </summary>
    internal async IAsyncEnumerable<CoverageView> ReadAsync(
        CoverageFilter filter,
        string from,
        long upTo,
        DateOnly day,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        for (var next = StreamKeys.Coverage(from); next is not null; )
        {
            var found = await ReadChunkAsync(filter, next, upTo, cancellation);
            foreach (var stream in found.Take(Chunk))
                yield return CoverageView.Of(stream.ToCoverage()!, stream.Count(), stream.Last().Position, day);
            next = found.Count > Chunk ? found[Chunk].Key : null;
        }
    }

    /// <summary>Text compares byte by byte here, as ids do everywhere else, whatever the language of the database.</summary>
    private async Task<List<IGrouping<string, StoredEvent>>> ReadChunkAsync(
        CoverageFilter filter,
        string from,
        long upTo,
        CancellationToken cancellation
    )
    {
        await using var command = dataSource.CreateCommand();
        command.Parameters.Add(new() { Value = upTo });
        command.Parameters.Add(new() { Value = from });
        command.CommandText = $"""
            select {StoredEvent.Columns} from {StoreSetup.Schema}.mt_events
            where seq_id <= $1 and stream_id in (
                select stream_id from {StoreSetup.Schema}.mt_events
                where seq_id <= $1 and stream_id collate "C" >= $2 and {filter.ToSql(command)}
                group by stream_id order by stream_id collate "C" limit {Chunk + 1})
            order by stream_id collate "C", seq_id
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = await StoredEvent.ReadAllAsync(reader, cancellation);
        return [.. events.GroupBy(stored => stored.Stream, StringComparer.Ordinal)];
    }
}
