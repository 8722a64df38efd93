namespace Coordination.Api.EmbeddedPostgres;

internal static partial class Log
{
    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "PostgreSQL {Major} runs for this application on port {Port}, data in {Folder}."
    )]
    public static partial void Started(this ILogger logger, int major, int port, string folder);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Creating the database in {Folder} with PostgreSQL {Major}."
    )]
    public static partial void Creating(this ILogger logger, string folder, int major);

    [LoggerMessage(Level = LogLevel.Information, Message = "No PostgreSQL is installed: downloading one to {Folder}.")]
    public static partial void Downloading(this ILogger logger, string folder);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Stopping PostgreSQL {Pid}, left over from an earlier run in {Folder}."
    )]
    public static partial void StoppingLeftover(this ILogger logger, int pid, string folder);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Process {Pid} is not the PostgreSQL of {Folder} that died without taking down its pid file; the file is deleted."
    )]
    public static partial void ForgettingPid(this ILogger logger, int pid, string folder);

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "PostgreSQL has died; the application stops. Its log is in the data folder."
    )]
    public static partial void Died(this ILogger logger);
}
