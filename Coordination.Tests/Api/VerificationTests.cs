using System.Text.Json;
using Coordination.Api.Audit;
using Coordination.Api.EventChain;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Coordination.Tests.Api;

/// <summary>Verification as it is asked for: over HTTP, and by a word on the command line.</summary>
public sealed class VerificationTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private const string Path = "/api/audit/verification";

    [Fact]
    public async Task What_commands_have_recorded_is_in_the_chain_after_a_moment_and_fits_it()
    {
        var id = await api.PlanProgramAsync();
        var position = (await api.GetAsync($"/api/programs/{id}")).Json.GetProperty("position").GetInt64();
        for (var tries = 0; await HeadPositionAsync() < position; tries++)
        {
            Assert.True(tries < 200, "The chain does not reach what was recorded.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var found = (await api.GetAsync(Path)).ShouldBe(200).Json;
        Assert.True(found.GetProperty("intact").GetBoolean());
        Assert.Equal(await api.EventCountAsync(), found.GetProperty("events").GetInt64());
        var head = found.GetProperty("head");
        var kept = $"{head.GetProperty("batch")}:{head.GetProperty("digest").GetString()}";
        Assert.True((await api.GetAsync($"{Path}?head={kept}")).ShouldBe(200).Json.GetProperty("intact").GetBoolean());
        Assert.Equal(0, await VerbAsync("verify"));
        Assert.Equal(0, await VerbAsync("verify", "--head", kept));
    }

    [Fact]
    public async Task A_changed_event_is_named_over_http_and_on_the_command_line()
    {
        var id = await api.PlanProgramAsync();
        var head = await api
            .Host.Services.GetRequiredService<ChainBuilder>()
            .CatchUpAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync($"update coordination.mt_events set user_name = 'x' || user_name where stream_id = '{id}'");

        var found = (await api.GetAsync(Path)).ShouldBe(200).Json;
        Assert.False(found.GetProperty("intact").GetBoolean());
        var fault = found.GetProperty("firstFault");
        Assert.Equal("changed", fault.GetProperty("kind").GetString());
        Assert.Equal(
            (id, 1, "program_planned"),
            (
                fault.GetProperty("stream").GetString(),
                fault.GetProperty("version").GetInt64(),
                fault.GetProperty("event").GetString()
            )
        );
        Assert.Equal(1, await VerbAsync("verify"));

        await ExecuteAsync(
            $"update coordination.mt_events set user_name = substr(user_name, 2) where stream_id = '{id}'"
        );
        var cut = new KeptHead(head!.Batch + 1000, head.Digest);
        var answer = (await api.GetAsync($"{Path}?head={cut.Batch}:{cut.Digest}")).ShouldBe(200).Json;
        Assert.Equal("cut-off", answer.GetProperty("firstFault").GetProperty("kind").GetString());
        Assert.Equal(1, await VerbAsync("verify", "--head", $"{cut.Batch}:{cut.Digest}"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1:abc")]
    [InlineData("x:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    public async Task A_head_that_cannot_be_one_is_refused(string head)
    {
        Assert.Equal([("malformed", "head")], (await api.GetAsync($"{Path}?head={head}")).ShouldBe(400).Errors);
        Assert.Equal(1, await VerbAsync("verify", "--head", head));
    }

    [Fact]
    public async Task Other_words_are_refused_by_the_command_line()
    {
        Assert.Equal(1, await VerbAsync());
        Assert.Equal(1, await VerbAsync("verify", "--head"));
        Assert.Equal(1, await VerbAsync("erase"));
    }

    private Task<int> VerbAsync(params string[] words) => AuditVerb.RunAsync(words, api.Host.Services);

    private async Task<long> HeadPositionAsync() =>
        (await api.GetAsync(Path)).ShouldBe(200).Json.GetProperty("head") is { ValueKind: JsonValueKind.Object } head
            ? head.GetProperty("position").GetInt64()
            : 0;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(api.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}
