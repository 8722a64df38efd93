using Coordination.Api.Meetings;
using Coordination.Domain;
using Coordination.Tests.EmbeddedPostgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Coordination.Tests.Api;

/// <summary>A follow-up is looked at on the day after its last, by a message that was scheduled when it was given.</summary>
public sealed class DueFollowUpsTests(DueFollowUpsTests.ApiWithClock api)
    : IClassFixture<DueFollowUpsTests.ApiWithClock>
{
    /// <summary>The queue looks every five seconds at what is scheduled.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static readonly DateOnly Due = JakartaTime.DayOf(DateTimeOffset.UtcNow);

    [Fact]
    public async Task What_was_expected_is_met_late_or_contradicted_when_the_day_has_passed_and_not_before()
    {
        api.Today.Set(JakartaTime.EndOf(Due) - TimeSpan.FromSeconds(1));
        var (done, idle, ended) = (
            await api.PlanProgramAsync(),
            await api.PlanProgramAsync(),
            await api.PlanProgramAsync()
        );
        var meeting = await MeetingRun.OpenAsync(api);
        foreach (var program in (string[])[done, idle, ended])
            (
                await AssignAsync(
                    meeting,
                    new
                    {
                        kind = "program-progress",
                        program,
                        percent = 10,
                    }
                )
            ).ShouldBe(200);
        (await api.PostAsync($"/api/programs/{done}/progress", new { percent = 10, asOf = "2024-05-01" })).ShouldBe(
            200
        );
        (await api.PostAsync($"/api/programs/{ended}/cancellation", new { reason = "Ganda" })).ShouldBe(200);

        // The messages come a second later by the queue's clock, find that it is too early by this one, and are put off.
        await Task.Delay(TimeSpan.FromSeconds(8), TestContext.Current.CancellationToken);
        Assert.Equal(["open", "open", "open"], await StatusesAsync(meeting));
        Assert.Equal(3, await WaitingAsync(meeting));

        api.Today.Set(JakartaTime.EndOf(Due) + TimeSpan.FromSeconds(1));
        await EventuallyAsync(async () => !(await StatusesAsync(meeting)).Contains("open"));
        Assert.Equal(["met", "late", "contradicted"], await StatusesAsync(meeting));
        Assert.Equal(
            3,
            await CountAsync(
                $"""
                coordination.mt_events where type = 'follow_up_checked' and stream_id = 'meeting-{meeting.Id}'
                    and user_name = 'system' and data->>'asOf' = '{Due.AddDays(1):yyyy-MM-dd}'
                """
            )
        );
        // Nobody looks again.
        await EventuallyAsync(async () => await WaitingAsync(meeting) == 0);
    }

    [Fact]
    public async Task A_message_that_comes_too_early_is_told_how_long_the_day_still_lasts()
    {
        api.Today.Set(JakartaTime.At(Due, new(15, 30)));
        var program = await api.PlanProgramAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        (
            await AssignAsync(
                meeting,
                new
                {
                    kind = "program-progress",
                    program,
                    percent = 10,
                }
            )
        ).ShouldBe(200);
        var looks = api.Host.Services.GetRequiredService<FollowUpLooks>();
        var due = new FollowUpToCheck(meeting.Id, 1, IsDue: true);
        Assert.Equal(TimeSpan.FromHours(8.5), await looks.LookAsync(due, TestContext.Current.CancellationToken));
        Assert.Equal(["open"], await StatusesAsync(meeting));

        api.Today.Set(JakartaTime.At(Due.AddDays(1), TimeOnly.MinValue));
        Assert.Null(await looks.LookAsync(due, TestContext.Current.CancellationToken));
        Assert.Null(await looks.LookAsync(due, TestContext.Current.CancellationToken));
        Assert.Equal(["late"], await StatusesAsync(meeting));
        Assert.Equal(
            1,
            await CountAsync(
                $"coordination.mt_events where type = 'follow_up_checked' and stream_id = 'meeting-{meeting.Id}'"
            )
        );
    }

    private static Task<Reply> AssignAsync(MeetingRun meeting, object expects) =>
        meeting.PostAsync(
            "follow-ups",
            new
            {
                text = "Laporkan kemajuan",
                owner = "Kepala Bidang",
                agency = "Dinas Kominfo",
                due = $"{Due:yyyy-MM-dd}",
                expects,
                government = "19.05",
            }
        );

    private static async Task<List<string?>> StatusesAsync(MeetingRun meeting) =>
        [
            .. (await meeting.ShowAsync())
                .GetProperty("followUps")
                .EnumerateArray()
                .Select(followUp => followUp.GetProperty("status").GetString()),
        ];

    private Task<long> WaitingAsync(MeetingRun meeting) =>
        CountAsync(
            $"""
            wolverine.wolverine_incoming_envelopes
            where status <> 'Handled' and position(convert_to('{meeting.Id}', 'UTF8') in body) > 0
            """
        );

    private async Task<long> CountAsync(string what)
    {
        await using var connection = new NpgsqlConnection(api.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"select count(*) from {what}", connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        for (var started = DateTime.UtcNow; !await condition(); )
        {
            Assert.True(DateTime.UtcNow - started < Patience, "It did not come about in time.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    public sealed class ApiWithClock(TestCluster cluster) : ApiWithPlan(cluster)
    {
        internal SetClock Today { get; } = new(DateTimeOffset.UtcNow);

        protected override TimeProvider Clock => Today;

        /// <summary>Signed in for longer than the clock is put ahead.</summary>
        protected override async Task SignInAsync()
        {
            await TestAccount.AddAsync(ConnectionString, TestAccount.Everyone, DateTimeOffset.UtcNow.AddDays(9));
            await base.SignInAsync();
        }
    }
}
