using System.Diagnostics;
using System.Text.Json;
using Coordination.Benchmarks.Load;

namespace Coordination.Benchmarks.Contenders;

/// <summary>A running server under test with its database.</summary>
internal sealed class Contender : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ServerProcess server;

    private Contender(ContenderKind kind, DatabaseUnderTest database, ServerProcess server)
    {
        (Kind, Database, this.server) = (kind, database, server);
        Client = NewClient(server.Address);
    }

    internal ContenderKind Kind { get; }

    internal DatabaseUnderTest Database { get; }

    internal HttpClient Client { get; }

    internal double Megabytes => server.Megabytes;

    internal TimeSpan Processor => server.Processor;

    /// <summary>How long it took from the start of the process to the first ready answer.</summary>
    internal TimeSpan StartedIn { get; private set; }

    /// <summary>Starts a server under test and waits until it is ready.</summary>
    /// <param name="kind">What is started.</param>
    /// <param name="database">Its database.</param>
    /// <param name="through">Another way to the same database, when it is to be listened to.</param>
    internal static async Task<Contender> StartAsync(
        ContenderKind kind,
        DatabaseUnderTest database,
        string? through = null
    )
    {
        var started = Stopwatch.GetTimestamp();
        var contender = new Contender(kind, database, ServerProcess.Start(kind, through ?? database.ConnectionString));
        await contender.server.ReadyAsync(contender.Client);
        contender.StartedIn = Stopwatch.GetElapsedTime(started);
        if (kind == ContenderKind.Api)
            await BenchmarkAccount.SignInAsync(contender.Client);
        return contender;
    }

    internal async Task<JsonElement> PostAsync(string path, byte[] body)
    {
        var reply = await new Call(path, body).SendAsync(Client);
        return reply.IsAccepted
            ? JsonSerializer.Deserialize<JsonElement>(reply.Body)
            : throw new InvalidOperationException($"{Kind.Name} answers {reply.Status} to {path}: {reply.Text}");
    }

    /// <summary>Waits until the views have seen every event, so that one round's work is not done in the next one's time.</summary>
    internal async Task SettleAsync()
    {
        if (Kind != ContenderKind.Api)
            return;
        const string behind = """
            select (select coalesce(max(seq_id), 0) from coordination.mt_events)
                - coalesce((select last_seq_id from coordination.mt_event_progression where name = 'Board:All'), 0)
            """;
        for (var started = Stopwatch.GetTimestamp(); await Database.ReadAsync<long>(behind) > 0; await Task.Delay(20))
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException("The views do not catch up.");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
    }

    private static HttpClient NewClient(Uri address) =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                ActivityHeadersPropagator = null,
            }
        )
        {
            BaseAddress = address,
        };
}
