namespace Coordination.Api.EmbeddedPostgres;

/// <summary>
/// The settings of the server, given on its command line, where they outrank its files: reachable from this machine
/// alone, modest in memory, quiet in its log.
/// </summary>
internal static class ServerSettings
{
    private static readonly string[] Always =
    [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=100",
        "shared_buffers=128MB",
        "jit=off",
        "timezone=UTC",
        "log_timezone=UTC",
        "lc_messages=C",
        "log_checkpoints=off",
        "logging_collector=off",
        "log_destination=stderr",
    ];

    private static readonly string[] Careless = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

    public static string[] Arguments(int port, bool durable) =>
        [.. Always.Concat(durable ? [] : Careless).Append($"port={port}").SelectMany(s => new[] { "-c", s })];
}
