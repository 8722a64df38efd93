using Coordination.Api.Security;
using Coordination.Tests.Api;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Coordination.Tests.Security;

/// <summary>A live token is looked up once in a short time, not with each request.</summary>
public sealed class LiveTokensTests(LiveTokensTests.Empty api) : IClassFixture<LiveTokensTests.Empty>
{
    private static readonly string Token = TestAccount.Token;

    public sealed class Empty(EmbeddedPostgres.TestCluster cluster) : RunningApi(cluster);

    [Fact]
    public async Task What_another_node_ends_is_forgotten_within_fifteen_seconds()
    {
        var clock = new Clock();
        var tokens = new LiveTokens(Store, clock);
        Assert.Equal("tester", (await tokens.FindAsync(Token, TokenUse.Api))?.Account);
        await ExecuteAsync("delete from coordination.mt_doc_accesstoken");
        clock.Pass(TimeSpan.FromSeconds(14));
        Assert.Equal("tester", (await tokens.FindAsync(Token, TokenUse.Api))?.Account);
        clock.Pass(TimeSpan.FromSeconds(2));
        Assert.Null(await tokens.FindAsync(Token, TokenUse.Api));
        await TestAccount.AddAsync(api.ConnectionString);
    }

    [Fact]
    public async Task What_this_node_ends_is_forgotten_at_once()
    {
        var tokens = new LiveTokens(Store, new Clock());
        Assert.NotNull(await tokens.FindAsync(Token, TokenUse.Api));
        await ExecuteAsync("delete from coordination.mt_doc_accesstoken");
        tokens.Forget("tester");
        Assert.Null(await tokens.FindAsync(Token, TokenUse.Api));
        await TestAccount.AddAsync(api.ConnectionString);
    }

    [Fact]
    public async Task A_remembered_token_ends_at_its_time()
    {
        var account = TestAccount.Of("short", [new(Role.Viewer, "19")]);
        var clock = new Clock();
        await TestAccount.AddAsync(api.ConnectionString, account, clock.GetUtcNow().AddSeconds(5));
        var tokens = new LiveTokens(Store, clock);
        Assert.NotNull(await tokens.FindAsync(TestAccount.TokenOf("short"), TokenUse.Api));
        clock.Pass(TimeSpan.FromSeconds(6));
        Assert.Null(await tokens.FindAsync(TestAccount.TokenOf("short"), TokenUse.Api));
    }

    [Fact]
    public async Task A_database_that_was_away_is_asked_again()
    {
        using var nowhere = DocumentStore.For("Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=1");
        var tokens = new LiveTokens(nowhere, new Clock());
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await tokens.FindAsync(Token, TokenUse.Api));
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await tokens.FindAsync(Token, TokenUse.Api));
    }

    private IDocumentStore Store => api.Host.Services.GetRequiredService<IDocumentStore>();

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(api.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Clock : TimeProvider
    {
        private TimeSpan passed;

        internal void Pass(TimeSpan time) => passed += time;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + passed;

        public override long GetTimestamp() => System.GetTimestamp() + (long)(passed.TotalSeconds * TimestampFrequency);
    }
}
