using System.Text.Json;
using Coordination.Api.Meetings;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine.Runtime;

namespace Coordination.Tests.Api;

/// <summary>What becomes of a decision once it is recorded.</summary>
public sealed class DecisionActsTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_decision_acts_in_the_name_of_who_recorded_it()
    {
        var program = await api.PlanProgramAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        var decided = await meeting.DecideAsync(MeetingRun.Cancellation(program));
        Assert.Equal("applied", decided.GetProperty("status").GetString());
        Assert.Equal(
            $"tester|coordinator|Sudah dikerjakan provinsi|{meeting.Id}/1",
            await ScalarAsync(
                """
                select concat_ws('|', user_name, headers->>'role', headers->>'reason', headers->>'decision')
                from coordination.mt_events where stream_id = $1 and type = 'program_cancelled'
                """,
                program
            )
        );
    }

    [Fact]
    public async Task A_message_that_comes_again_does_nothing()
    {
        var program = await api.PlanProgramAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        await meeting.DecideAsync(MeetingRun.Cancellation(program));
        var before = await api.EventCountAsync();
        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Bus().PublishAsync(new DecisionToApply(meeting.Id, 1)).AsTask())
        );
        await EventuallyAsync(async () => await WaitingMessagesAsync() == 0);
        Assert.Equal(before, await api.EventCountAsync());
    }

    [Fact]
    public async Task What_no_longer_fits_when_it_comes_to_act_fails_with_the_reason_and_can_be_retried()
    {
        var program = await api.PlanProgramAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        await using var held = await HoldAsync(program);
        (await meeting.PostAsync("decisions", MeetingRun.Cancellation(program))).ShouldBe(200);
        // Between recording and acting somebody has put the program off.
        await ExecuteAsync(
            held,
            """
            with stream as (update coordination.mt_streams set version = version + 1 where id = $1 returning version)
            insert into coordination.mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type)
            select nextval('coordination.mt_events_sequence'), gen_random_uuid(), $1, version,
                '{"plan":"19-2024","government":"19.05","date":"2024-05-01","output":1,"evidence":"BAST","zeroCostReason":"swakelola"}',
                'program_completed', ''
            from stream
            """,
            program
        );
        await ExecuteAsync(held, "commit");
        var failed = await meeting.EndOfAsync(1);
        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Contains("completed", failed.GetProperty("failureReason").GetString(), StringComparison.Ordinal);
        (await api.PostAsync($"/api/programs/{program}/reopening", new { reason = "Belum selesai" })).ShouldBe(200);

        (await meeting.PostAsync("decisions/1/retry", new { reason = "Sudah dibuka kembali" })).ShouldBe(200);
        Assert.Equal("applied", (await meeting.EndOfAsync(1)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_cannot_be_stored_is_tried_some_times_and_then_failed_until_it_is_retried()
    {
        var program = await api.PlanProgramAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        await using var connection = await ConnectAsync();
        await ExecuteAsync(
            connection,
            """
            create or replace function coordination.refuse() returns trigger language plpgsql as
                $$ begin raise exception 'not now'; end $$;
            """
        );
        await ExecuteAsync(
            connection,
            """
            create trigger refuse before insert on coordination.mt_events for each row
                when (new.type = 'program_cancelled') execute function coordination.refuse()
            """
        );
        (await meeting.PostAsync("decisions", MeetingRun.Cancellation(program))).ShouldBe(200);
        var failed = await meeting.EndOfAsync(1);
        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Contains(
            "has changed nothing",
            failed.GetProperty("failureReason").GetString(),
            StringComparison.Ordinal
        );

        await ExecuteAsync(connection, "drop trigger refuse on coordination.mt_events");
        (await meeting.PostAsync("decisions/1/retry", new { })).ShouldBe(200);
        Assert.Equal("applied", (await meeting.EndOfAsync(1)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_message_that_names_nothing_is_kept_where_it_is_seen()
    {
        await Bus().PublishAsync(new DecisionToApply("19-2024-999", 1));
        await EventuallyAsync(async () =>
            (await api.GetAsync("/health/ready")).Text.Contains("dead letters", StringComparison.Ordinal)
        );
        await using var connection = await ConnectAsync();
        await ExecuteAsync(connection, "delete from wolverine.wolverine_dead_letters");
    }

    private MessageBus Bus() => new(api.Host.Services.GetRequiredService<IWolverineRuntime>());

    private async Task<long> WaitingMessagesAsync() =>
        (long)
            (
                await ScalarAsync(
                    "select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Incoming'"
                )
            )!;

    /// <summary>A transaction that has the program, for which whatever changes it must wait.</summary>
    private async Task<NpgsqlConnection> HoldAsync(string program)
    {
        var connection = await ConnectAsync();
        await ExecuteAsync(connection, "begin");
        await ExecuteAsync(connection, "select from coordination.mt_streams where id = $1 for update", program);
        return connection;
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection($"{api.ConnectionString};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<object?> ScalarAsync(string sql, params object[] values)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        for (var started = DateTime.UtcNow; !await condition(); )
        {
            Assert.True(DateTime.UtcNow - started < Patience, "It did not come about in time.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
