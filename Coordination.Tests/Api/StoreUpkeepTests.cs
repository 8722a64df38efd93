using Npgsql;

namespace Coordination.Tests.Api;

public sealed class StoreUpkeepTests(ApiWithExample api) : IClassFixture<ApiWithExample>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly NpgsqlConnection connection = new(api.ConnectionString);

    public async ValueTask InitializeAsync() => await connection.OpenAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    [Fact]
    public async Task A_table_that_has_grown_is_counted_without_waiting_for_PostgreSQL_to_do_so()
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await AskAsync<bool>("select analyze_count > 0 from pg_stat_user_tables where relname = 'mt_events'"))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "The events have not been counted.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Who_notes_how_far_the_views_have_come_does_not_wait_for_the_disk_and_others_do()
    {
        await AskAsync<object>("set synchronous_commit = on");
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await AskAsync<object>("update coordination.mt_streams set version = version");
        Assert.Equal("on", await AskAsync<string>("show synchronous_commit"));
        await AskAsync<object>("update coordination.mt_event_progression set last_seq_id = last_seq_id");
        Assert.Equal("off", await AskAsync<string>("show synchronous_commit"));
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.Equal("on", await AskAsync<string>("show synchronous_commit"));
    }

    private async Task<T?> AskAsync<T>(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
