using System.Diagnostics;
using Coordination.Api.Http;
using Npgsql;

namespace Coordination.Tests.Faults;

/// <summary>Faults take the machine for themselves: their times would mean nothing beside other tests.</summary>
[CollectionDefinition(nameof(AloneOnTheMachine), DisableParallelization = true)]
public sealed class AloneOnTheMachine;

/// <summary>A database for each test, and the services that work on it as processes of their own.</summary>
[Collection(nameof(AloneOnTheMachine))]
public abstract class FaultTests : IAsyncLifetime
{
    private readonly List<ApiProcess> started = [];

    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private protected string ConnectionString { get; set; } = "";

    public async ValueTask InitializeAsync() => ConnectionString = await OpenDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var api in started)
        {
            await api.DisposeAsync();
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
                TestContext.Current.TestOutputHelper?.WriteLine($"{api.Address} wrote:\n{api.Output}");
        }
        await CloseDatabaseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<string> OpenDatabaseAsync();

    protected abstract Task CloseDatabaseAsync();

    private protected Task<ApiProcess> StartApiAsync() => StartAsync(ApiProcess.On(ConnectionString));

    private protected async Task<ApiProcess> StartAsync(ApiProcess api)
    {
        started.Add(api);
        await api.StartAsync();
        return api;
    }

    /// <summary>Every invariant once the views have caught up, and again after all commands have been repeated.</summary>
    private protected async Task<TimeSpan> CheckAsync(KeyedLoad load, ApiProcess api)
    {
        await using var ledger = new Ledger(ConnectionString);
        var behind = await EventuallyAsync(ledger.ViewsHaveSeenAllAsync, "the views reach the last event");
        await ledger.CheckAsync(load, api);
        Assert.Empty(await load.RepeatAsync(clients: 8));
        await ledger.CheckAsync(load, api);
        return behind;
    }

    /// <summary>Waits for what takes its time; a database that is just coming up is asked again.</summary>
    private protected static async Task<TimeSpan> EventuallyAsync(Func<Task<bool>> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!await HoldsAsync(condition))
        {
            Assert.True(watch.Elapsed < Patience, $"Not within {Patience.TotalSeconds} s: {what}.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        return watch.Elapsed;
    }

    private static async Task<bool> HoldsAsync(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (NpgsqlException away) when (Failures.IsDatabaseAway(away))
        {
            return false;
        }
    }

    /// <summary>States what was seen; it is printed with <c>-diagnostics</c>.</summary>
    private protected static void Say(string what) => TestContext.Current.SendDiagnosticMessage(what);
}
