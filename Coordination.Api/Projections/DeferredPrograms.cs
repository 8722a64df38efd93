using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Domain.Plans;
using Coordination.Domain.Tasks;
using Npgsql;

namespace Coordination.Api.Projections;

/// <summary>Finds the programs of a province that earlier plans have deferred to a year.</summary>
internal sealed class DeferredPrograms(NpgsqlDataSource dataSource)
{
    private const string From = $"""
        from {StoreSetup.Schema}.mt_doc_storedprogram, lateral (select data->'program' as program) shown
        where program->>'status' = 'deferred' and program->'deferral'->>'toYear' = $1 and program->>'plan' like $2
        """;

    /// <summary>Those that were deferred as they are now at a position already; what has changed since is not known of.</summary>
    internal async Task<IReadOnlyList<DeferredProgram>> ToAsync(Plan plan, long upTo, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select id, program->>'government', program->'details'->>'title', program->'deferral'->>'reason'
            {From} and (data->>'position')::bigint <= $3 order by id
            """
        );
        command.Parameters.Add(new() { Value = $"{plan.Year}" });
        command.Parameters.Add(new() { Value = $"{plan.Province}-%" });
        command.Parameters.Add(new() { Value = upTo });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<DeferredProgram>();
        while (await reader.ReadAsync(cancellation))
            found.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
        return found;
    }

    /// <summary>Their numbers, for a plan being opened.</summary>
    internal static Task<IReadOnlyList<string>> ToAsync(
        OpenPlan opening,
        CommandTransaction transaction,
        CancellationToken cancellation
    ) =>
        transaction.ReadColumnAsync(
            $"select id {From} order by id",
            cancellation,
            $"{opening.Year}",
            $"{opening.Province}-%"
        );
}
