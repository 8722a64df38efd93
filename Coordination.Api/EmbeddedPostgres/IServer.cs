namespace Coordination.Api.EmbeddedPostgres;

/// <summary>A started PostgreSQL.</summary>
internal interface IServer
{
    int Pid { get; }

    /// <summary>Completes when the server is gone, for whatever reason.</summary>
    Task Ended { get; }

    Task StopAsync();
}
