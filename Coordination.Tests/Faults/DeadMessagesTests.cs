using Coordination.Tests.EmbeddedPostgres;

namespace Coordination.Tests.Faults;

/// <summary>A message that nobody could handle.</summary>
public sealed class DeadMessagesTests(TestCluster cluster) : SharedServerTests(cluster)
{
    [Fact]
    public async Task It_is_an_alarm_of_its_own_and_says_nothing_of_the_views()
    {
        var api = await StartApiAsync();
        await ExecuteAsync(
            """
            insert into wolverine.wolverine_dead_letters (id, body, message_type, exception_message)
            values (gen_random_uuid(), '', 'decision-to-apply', 'There is no such decision.')
            """
        );
        Assert.False(await api.IsReadyAsync());
        await EventuallyAsync(
            () => Task.FromResult(api.Output.Contains("What a message was to bring about", StringComparison.Ordinal)),
            "the alarm"
        );
        Assert.Contains("'decision-to-apply': There is no such decision.", api.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The views do not follow", api.Output, StringComparison.Ordinal);

        await ExecuteAsync("delete from wolverine.wolverine_dead_letters");
        Assert.True(await api.IsReadyAsync());
    }
}
