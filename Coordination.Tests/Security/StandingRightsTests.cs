using System.Diagnostics;
using Coordination.Api.Security;
using Coordination.Tests.Api;
using Npgsql;

namespace Coordination.Tests.Security;

/// <summary>A stream ends soon after the right to it does.</summary>
public sealed class StandingRightsTests(ApiWithAccounts api) : IClassFixture<ApiWithAccounts>
{
    private const string Changes = "/api/plans/19-2024/changes";

    [Fact]
    public async Task A_token_that_expires_ends_it()
    {
        await AddAsync("expires", DateTimeOffset.UtcNow.AddSeconds(4));
        await AssertEndsAsync("expires", TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        await AddAsync("leaves");
        var ending = AssertEndsAsync("leaves", TimeSpan.FromSeconds(15));
        (await api.PostAsync("/api/sign-out", new { }, ApiWithAccounts.Bearer(TestAccount.TokenOf("leaves")))).ShouldBe(
            204
        );
        await ending;
    }

    [Fact]
    public async Task A_role_that_another_node_takes_ends_it()
    {
        await AddAsync("loses");
        var ending = AssertEndsAsync("loses", TimeSpan.FromSeconds(30));
        await using var source = NpgsqlDataSource.Create(api.ConnectionString);
        await using var take = source.CreateCommand(
            "update coordination.mt_doc_account set data = jsonb_set(data, '{roles}', '[]') where id = 'loses'"
        );
        Assert.Equal(1, await take.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        await ending;
    }

    [Fact]
    public async Task While_it_holds_the_stream_goes_on()
    {
        await AddAsync("stays");
        await using var stream = await OpenAsync("stays");
        await Task.Delay(TimeSpan.FromSeconds(7), TestContext.Current.CancellationToken);
        var planned = await api.PostAsync("/api/programs", ApiWithPlan.Proposal());
        Assert.Equal(planned.Json.GetProperty("position").GetInt64(), (await stream.NextAsync())!.Position);
    }

    private async Task AssertEndsAsync(string account, TimeSpan within)
    {
        await using var stream = await OpenAsync(account);
        var watch = Stopwatch.StartNew();
        while (await stream.NextAsync() is not null) { }
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, within);
    }

    private async Task<WatchedPlan> OpenAsync(string account)
    {
        using var client = api.Host.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestAccount.TokenOf(account));
        return await WatchedPlan.OpenAsync(client, Changes);
    }

    private Task AddAsync(string name, DateTimeOffset? expiresAt = null) =>
        TestAccount.AddAsync(api.ConnectionString, TestAccount.Of(name, [new(Role.Viewer, "19")]), expiresAt);
}
