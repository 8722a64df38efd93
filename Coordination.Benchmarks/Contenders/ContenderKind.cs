using Coordination.Benchmarks.Peers;

namespace Coordination.Benchmarks.Contenders;

/// <summary>
/// What is measured: how it is started, where its ledger lies, and how a program of its is copied (a history by HTTP would take
/// longer than the measurement).
/// </summary>
/// <param name="Name">In the table.</param>
/// <param name="Program">Its executable.</param>
/// <param name="Arguments">Before the common ones.</param>
/// <param name="CountSql">Accepted commands that are stored.</param>
/// <param name="BrokenSql">Streams whose versions are not 1 … n.</param>
/// <param name="CopySql">Copies program <c>$1</c> to the ids <c>$2</c> of governments <c>$3</c> and plans <c>$4</c>.</param>
internal sealed record ContenderKind(
    string Name,
    string Program,
    string[] Arguments,
    string CountSql,
    string BrokenSql,
    string CopySql
)
{
    /// <summary>Where Marten puts what stands for a lost append.</summary>
    private const string Tombstone = "'mt_tombstone'";

    /// <summary>Where the product lies when it is to be measured as it is published; else beside this program, as it is built.</summary>
    private static readonly string? Published = Environment.GetEnvironmentVariable("COORDINATION_PUBLISHED");

    private const string Copies = "unnest($2::text[], $3::text[], $4::text[]) as copy(id, government, plan)";

    /// <summary>Folder of the executable.</summary>
    internal string Folder => this == Api && Published is not null ? Published : AppContext.BaseDirectory;

    internal static ContenderKind Api { get; } =
        new(
            "Coordination",
            "Coordination.Api",
            [],
            $"select count(*) from coordination.mt_events where stream_id <> {Tombstone}",
            $"""
            select string_agg(format('%s at version %s has %s events from %s to %s', s.id, s.version, e.events, e.least, e.most), '; ')
            from coordination.mt_streams s
            left join (select stream_id, min(version) least, max(version) most, count(*) events
                from coordination.mt_events group by stream_id) e on e.stream_id = s.id
            where s.id <> {Tombstone} and (e.least, e.most, e.events) is distinct from (1, s.version, s.version)
            """,
            $"""
            with streams as (
                insert into coordination.mt_streams
                select made.* from coordination.mt_streams s cross join {Copies}
                cross join lateral jsonb_populate_record(s, jsonb_build_object('id', copy.id)) made
                where s.id = $1)
            insert into coordination.mt_events
            select made.*
            from (select e as event, copy.id, copy.plan, copy.government
                from coordination.mt_events e cross join {Copies} where e.stream_id = $1
                order by e.version, md5(copy.id)) copied
            cross join lateral jsonb_populate_record(event, jsonb_build_object(
                'seq_id', nextval('coordination.mt_events_sequence'), 'id', gen_random_uuid(), 'stream_id', copied.id,
                'data', (event).data || jsonb_build_object('plan', plan, 'government', government))) made
            """
        );

    internal static ContenderKind Raw { get; } =
        new(
            "raw peer",
            "Coordination.Benchmarks",
            [RawPeer.Verb],
            "select count(*) from event",
            """
            select string_agg(stream, '; ') from (select stream from event group by stream
                having min(version) <> 1 or max(version) <> count(*)) broken
            """,
            $"""
            insert into event (stream, version, type, data)
            select copy.id, version, type, data from event cross join {Copies} where stream = $1
            order by version, md5(copy.id)
            """
        );

    internal static ContenderKind Ef { get; } =
        new(
            "EF Core peer",
            "Coordination.Benchmarks",
            [EfPeer.Verb],
            """select count(*) from "Audit" """,
            """
            select string_agg(p."Id", '; ') from "Programs" p
            where p."Version" <> (select count(*) from "Audit" a where a."Program" = p."Id")
            """,
            $"""
            with programs as (
                insert into "Programs" select made.* from "Programs" p cross join {Copies}
                cross join lateral jsonb_populate_record(p, jsonb_build_object('Id', copy.id)) made
                where p."Id" = $1),
            funding as (
                insert into "Funding" ("ProgramId", "Source", "Stage", "Amount", "Document")
                select copy.id, "Source", "Stage", "Amount", "Document" from "Funding" cross join {Copies}
                where "ProgramId" = $1)
            insert into "Audit" ("Program", "Action", "Body", "Account", "At")
            select copy.id, "Action", "Body", "Account", "At" from "Audit" cross join {Copies} where "Program" = $1
            """
        );
}
