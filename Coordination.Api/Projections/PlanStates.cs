using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Domain.Assessments;
using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Npgsql;

namespace Coordination.Api.Projections;

/// <summary>All that the views of a plan are made of, at a position.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Position">The last event that affects it.</param>
/// <param name="Tally">What its programs add up to.</param>
/// <param name="Assessments">Those of its governments.</param>
/// <param name="Programs">Its programs, where they were asked for.</param>
/// <param name="Coverage">
/// What is reported of its province, where programs were asked for: by location, and there in the order of recording.
/// </param>
internal sealed record PlanState(
    Plan Plan,
    long Position,
    Tally Tally,
    IReadOnlyCollection<Assessment> Assessments,
    IReadOnlyCollection<SpbeProgram> Programs,
    IReadOnlyList<CoverageReport> Coverage
);

/// <summary>
/// Reads the state of a plan at a point: the documents of the projection while they hold there, else a fold of the events up to it. Both
/// give the same state.
/// </summary>
internal sealed class PlanStates(NpgsqlDataSource dataSource, EventReader events)
{
    /// <summary>That the row of a board is the one of the point: <c>$2</c> its position, <c>$3</c> whether it is the present.</summary>
    internal const string IsOfPoint = $"position <= $2 and ($3 or ({BoardProjection.SeenSql}) >= $2)";

    /// <summary>Evidence is long, and no view of a plan shows it.</summary>
    private const string AssessmentsSql = $"""
        select coalesce(json_agg((data->'assessment') - 'evidence' order by id), '[]'::json)::text
        from {StoreSetup.Schema}.mt_doc_storedassessment where left(id, 2) = left($1, 2)
        """;

    private const string ProgramsSql = $"""
        select coalesce(json_agg(data->'program' order by id), '[]'::json)::text
        from {StoreSetup.Schema}.mt_doc_storedprogram where data->'program'->>'plan' = $1
        """;

    /// <summary>Those that have changed after <c>$4</c>; a plan of more than <c>$5</c> is not worth reading for who looks at all.</summary>
    private const string ChangedSql = $"""
        select case when
            (select coalesce(sum((cell.value->>'programs')::bigint), 0) from jsonb_each(board.data->'tally'->'cells') cell) <= $5
        then ({ProgramsSql} and (data->>'position')::bigint > $4) else '[]' end
        """;

    private const string CoverageSql = $"""
        select coalesce(json_agg(report order by id collate "C", place), '[]'::json)::text
        from {StoreSetup.Schema}.mt_doc_storedcoverage,
            jsonb_array_elements(data->'coverage'->'reports') with ordinality as reports (report, place)
        where left(id, 2) = left($1, 2)
        """;

    /// <summary>All plans as they are now, the newest first.</summary>
    internal async Task<IReadOnlyList<Plan>> PlansAsync(CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select (data->'plan')::text from {StoreSetup.Schema}.mt_doc_storedboard
            order by (data->'plan'->>'year')::int desc, id
            """
        );
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var plans = new List<Plan>();
        while (await reader.ReadAsync(cancellation))
            plans.Add(Read<Plan>(reader.GetString(0)));
        return plans;
    }

    /// <summary>What the programs in findings are called now, by number.</summary>
    internal Task<IReadOnlyDictionary<string, string>> TitlesAsync(
        IEnumerable<Finding> findings,
        CancellationToken cancellation
    ) => TitlesAsync(findings.SelectMany(finding => finding.Programs), cancellation);

    /// <summary>What programs are called now, by number; those that there are none of are left out.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> TitlesAsync(
        IEnumerable<string> programs,
        CancellationToken cancellation
    )
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select program.id, data->'program'->'details'->>'title'
            from unnest($1) asked (id) join {StoreSetup.Schema}.mt_doc_storedprogram program on program.id = asked.id
            """
        );
        command.Parameters.Add(new() { Value = programs.Distinct(StringComparer.Ordinal).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
            titles[reader.GetString(0)] = reader.GetString(1);
        return titles;
    }

    /// <summary>The position of the state at a point, without reading it; none when there was no such plan.</summary>
    internal async Task<long?> PositionAsync(string plan, long position, bool isLive, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"select position from {StoreTables.BoardAnswers} where plan = $1 and {IsOfPoint}"
        );
        command.Parameters.Add(new() { Value = plan });
        command.Parameters.Add(new() { Value = position });
        command.Parameters.Add(new() { Value = isLive });
        return await command.ExecuteScalarAsync(cancellation) is long stored ? stored
            : isLive ? null
            : await events.LastOfPlanAsync(plan, position, cancellation);
    }

    /// <summary>The state at a point, or none when there was no such plan.</summary>
    internal async Task<PlanState?> ReadAsync(
        string plan,
        long position,
        bool isLive,
        bool withPrograms,
        CancellationToken cancellation
    ) =>
        await StoredAsync(plan, position, isLive, withPrograms ? ProgramsSql : null, [], cancellation)
        ?? (isLive ? null : await FoldedAsync(plan, position, cancellation));

    /// <summary>
    /// The present, of its programs those alone that have changed after a position, and none of a plan that has more than so many.
    /// </summary>
    internal Task<PlanState?> ReadChangedAsync(
        string plan,
        long after,
        int mostPrograms,
        CancellationToken cancellation
    ) => StoredAsync(plan, long.MaxValue, isLive: true, ChangedSql, [after, mostPrograms], cancellation);

    /// <summary>One statement reads one snapshot: all that it reads is of the same position.</summary>
    private async Task<PlanState?> StoredAsync(
        string plan,
        long position,
        bool isLive,
        string? programsSql,
        IReadOnlyList<object> more,
        CancellationToken cancellation
    )
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select position, board.data::text, ({AssessmentsSql}),
                {(programsSql is null ? "'[]', '[]'" : $"({programsSql}), ({CoverageSql})")}
            from {StoreTables.BoardAnswers}
            join {StoreSetup.Schema}.mt_doc_storedboard board on board.id = plan
            where plan = $1 and {IsOfPoint}
            """
        );
        command.Parameters.Add(new() { Value = plan });
        command.Parameters.Add(new() { Value = position });
        command.Parameters.Add(new() { Value = isLive });
        foreach (var value in more)
            command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            return null;
        var board = Read<StoredBoard>(reader.GetString(1));
        return new(
            board.WholePlan(),
            reader.GetInt64(0),
            board.Tally,
            Read<List<Assessment>>(reader.GetString(2)),
            Read<List<SpbeProgram>>(reader.GetString(3)),
            Read<List<CoverageReport>>(reader.GetString(4))
        );
    }

    /// <summary>The state at a point out of nothing but the events.</summary>
    internal async Task<PlanState?> FoldedAsync(string plan, long position, CancellationToken cancellation)
    {
        var history = await events.PlanAsync(plan, position, cancellation);
        if (history.ToPlan() is not { } state)
            return null;
        var programs = history.ToPrograms().Values;
        return new(
            state,
            history[^1].Position,
            Tally.Of(programs),
            history.ToAssessments(),
            programs,
            history.ToCoverageReports()
        );
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, CanonicalJson.Options)!;
}
