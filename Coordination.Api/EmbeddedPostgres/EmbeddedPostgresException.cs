namespace Coordination.Api.EmbeddedPostgres;

/// <summary>The private PostgreSQL cannot run; the message is written for the person who started the application.</summary>
internal sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException() { }

    public EmbeddedPostgresException(string message)
        : base(message) { }

    public EmbeddedPostgresException(string message, Exception innerException)
        : base(message, innerException) { }
}
