using Coordination.Api.EventStore;

namespace Coordination.Api.EventChain;

/// <summary>
/// What is hashed of an event: every column of its row but the position, which stands beside the digest. PostgreSQL computes it, so that
/// 32 bytes of an event travel and not the event, and so that anybody can with <c>psql</c> alone (docs/audit-chain.md). A text ends with a
/// byte 0, which no text of PostgreSQL contains; a missing one is a byte 255, which no UTF-8 contains.
/// </summary>
internal static class EventDigest
{
    /// <summary>Bytes of a digest.</summary>
    internal const int Size = 32;

    internal static readonly string Sql = $"""
        sha256(uuid_send(id) || int8send(version) || timestamptz_send("timestamp")
            || coalesce(boolsend(is_archived), decode('ff', 'hex'))
            || {Text("stream_id")} || {Text("type")} || {Text("mt_dotnet_type")} || {Text("tenant_id")}
            || {Text("user_name")} || {Text("correlation_id")} || {Text("headers::text")} || {Text("data::text")}
            || coalesce(int4send(octet_length(bdata)) || bdata, int4send(-1)))
        """;

    /// <summary>
    /// Positions and digests of the events after one position up to another, in order. A row that has no digest, because a column is
    /// missing that cannot be, has an empty one, which fits nothing.
    /// </summary>
    internal static readonly string Select = $"""
        select seq_id, coalesce({Sql}, '') from {StoreSetup.Schema}.mt_events
        where seq_id > $1 and seq_id <= $2 order by seq_id limit $3
        """;

    private static string Text(string column) =>
        $"coalesce(convert_to({column}, 'UTF8'), decode('ff', 'hex')) || decode('00', 'hex')";
}
