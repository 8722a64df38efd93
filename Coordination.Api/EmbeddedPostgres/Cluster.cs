namespace Coordination.Api.EmbeddedPostgres;

/// <summary>One data folder, the binaries that fit it and the user who runs them.</summary>
internal sealed record Cluster(ClusterFolder Folder, PostgresBinaries Binaries, ServerAccount Account, bool Durable)
{
    public Tool Tool(string program, params string[] arguments) =>
        new(Binaries.PathOf(program), arguments, Account, Folder.Server);
}
