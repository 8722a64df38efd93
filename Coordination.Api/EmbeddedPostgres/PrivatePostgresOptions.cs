namespace Coordination.Api.EmbeddedPostgres;

/// <summary>Where the private PostgreSQL lives and how careful it is.</summary>
internal sealed record PrivatePostgresOptions
{
    /// <summary>The folder of the data, the password, the port and the log of the server.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder of <c>initdb</c>, <c>postgres</c> and <c>pg_ctl</c>; when set, no other is looked at.</summary>
    public string? Binaries { get; init; }

    /// <summary>True unless the data may be lost at a power cut: tests alone pass false.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Where downloaded binaries are kept; <c>binaries</c> in <see cref="Folder"/> when not set.</summary>
    public string? DownloadFolder { get; init; }

    /// <summary>A mirror in Maven's layout to download from; the public one when not set.</summary>
    public string? Repository { get; init; }
}
