using System.Runtime.CompilerServices;
using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Npgsql;

namespace Coordination.Api.Programs;

/// <summary>A list of programs at one position, while its snapshot is open.</summary>
internal sealed class ProgramList(
    ProgramFilter filter,
    PageRequest page,
    long position,
    string[] changed,
    StoredProgram[] past,
    NpgsqlConnection connection
) : IAsyncDisposable
{
    internal long Position => position;

    /// <summary>All that is asked for, one after the other: a whole list may be long, and none of it is held.</summary>
    internal IAsyncEnumerable<StoredProgram> Programs(CancellationToken cancellation) =>
        FindAsync(page.Limit, cancellation).Select(entry => entry.Program);

    /// <summary>The page that is asked for, and the cursor of the next one; none on the last.</summary>
    internal async Task<(IReadOnlyList<StoredProgram> Items, string? Next)> PageAsync(CancellationToken cancellation)
    {
        var found = await FindAsync(page.Limit + 1, cancellation).ToListAsync(cancellation);
        var next =
            found.Count > page.Limit
                ? new Cursor(
                    found[page.Limit - 1].Program.Id,
                    found[page.Limit - 1].Key,
                    position,
                    filter.Fingerprint
                ).Encode()
                : null;
        return ([.. found.Take(page.Limit).Select(entry => entry.Program)], next);
    }

    /// <summary>Ends the snapshot too.</summary>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async IAsyncEnumerable<(StoredProgram Program, string Key)> FindAsync(
        int most,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand { Connection = connection };
        command.Parameters.Add(new() { Value = changed });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(past, CanonicalJson.Options) });
        command.Parameters.Add(new() { Value = most });
        var sort = ProgramSort.Find(filter.Sort)!;
        var onPage = $"{filter.ToSql(command)} and {sort.After(page.Cursor, command)} order by {sort.OrderBy} limit $3";
        // Each half is cut to a page by itself, so that the index of ids gives the usual one without reading the rest.
        command.CommandText = $"""
            select data, {sort.Sql}::text from (
                (select data, id from {ProgramListReader.Documents} where id <> all($1) and {onPage})
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
}
