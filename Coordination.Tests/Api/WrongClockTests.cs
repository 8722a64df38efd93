using Coordination.Domain;
using Npgsql;

namespace Coordination.Tests.Api;

/// <summary>
/// The clock of the service runs hours ahead or behind, or jumps. Order is that of positions, and the time of recording that of the database:
/// neither asks it.
/// </summary>
public sealed class WrongClockTests(DueFollowUpsTests.ApiWithClock api) : IClassFixture<DueFollowUpsTests.ApiWithClock>
{
    private static readonly DateTimeOffset Right = DateTimeOffset.UtcNow;

    [Fact]
    public async Task Commands_of_a_clock_that_jumps_follow_each_other_and_are_dated_by_the_database()
    {
        var program = await api.PlanProgramAsync();
        var last = 0L;
        foreach (var hours in (double[])[9, -9, 30, -200, 0.5])
        {
            api.Today.Set(Right.AddHours(hours));
            var reported = await api.PostAsync(
                $"/api/programs/{program}/progress",
                new
                {
                    percent = 50,
                    asOf = "2024-05-01",
                    note = $"{hours}",
                }
            );
            var position = reported.ShouldBe(200).Json.GetProperty("position").GetInt64();
            Assert.InRange(position, last + 1, long.MaxValue);
            last = position;

            // What is seen now is what will be seen of this position for ever, whatever the clock says then.
            var live = (await api.GetAsync($"/api/plans/19-2024/board?atLeast={position}")).ShouldBe(200);
            var day = JakartaTime.DayOf(Right.AddHours(hours));
            Assert.Equal($"{day:yyyy-MM-dd}", live.Json.GetProperty("asOf").GetString());
            api.Today.Set(Right.AddHours(100));
            var past = await api.GetAsync($"/api/plans/19-2024/board?position={position}&asOf={day:yyyy-MM-dd}");
            Assert.Equal(live.Text, past.ShouldBe(200).Text);
        }
        Assert.Equal(0, await CountAsync("timestamp not between now() - interval '10 minutes' and now()"));
        Assert.Equal(
            0,
            await CountAsync(
                """
                exists (select from coordination.mt_events other where other.stream_id = event.stream_id
                    and other.version < event.version and (other.seq_id > event.seq_id or other.timestamp > event.timestamp))
                """
            )
        );
    }

    private async Task<long> CountAsync(string condition)
    {
        await using var connection = new NpgsqlConnection(api.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            $"select count(*) from coordination.mt_events event where {condition}",
            connection
        );
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
