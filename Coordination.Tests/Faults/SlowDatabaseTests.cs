using System.Diagnostics;
using System.Net;
using Coordination.Tests.EmbeddedPostgres;
using Npgsql;

namespace Coordination.Tests.Faults;

public sealed class SlowDatabaseTests(TestCluster cluster) : SharedServerTests(cluster)
{
    [Fact]
    public async Task Commands_that_find_too_many_before_them_are_told_so_soon_while_views_are_read_on()
    {
        var api = await StartApiAsync();
        var load = new KeyedLoad(api.Address) { Deadline = TimeSpan.FromSeconds(20) };
        await load.RunAsync(commands: 8, clients: 1);
        var program = load.Shared;

        await using var blocker = await ConnectAsync();
        await using var transaction = await blocker.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("lock table coordination.mt_streams", blocker, transaction);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        using var client = new KeyedClient([api.Address], 0, Patience);
        var watch = Stopwatch.StartNew();
        var sent = Enumerable
            .Range(0, 300)
            .Select(n => client.SendAsync(KeyedCommand.Progress($"slow-{n}", program, n % 100)))
            .ToList();

        // The pool of a test has 20 connections; a quarter of them is kept for views.
        var refused = await FirstAsync(sent, 285);
        var refusing = watch.Elapsed;
        Assert.All(refused, answer => Assert.Equal(AnswerKind.Unavailable, answer.Kind));
        Assert.All(refused, answer => Assert.Contains("problem:busy", answer.Text, StringComparison.Ordinal));
        Assert.InRange(refusing, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, await api.StatusAsync("/api/plans/19-2024/board"));
        Assert.Equal(HttpStatusCode.OK, await api.StatusAsync("/health/ready"));

        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        var answers = await Task.WhenAll(sent);
        Assert.Equal(15, answers.Count(answer => answer.Kind == AnswerKind.Acknowledged));
        Say($"Database slow: {refused.Count} of {sent.Count} commands were refused within {refusing}.");
    }

    private static async Task<List<KeyedAnswer>> FirstAsync(IEnumerable<Task<KeyedAnswer>> sent, int count)
    {
        var answers = new List<KeyedAnswer>();
        await foreach (var answered in Task.WhenEach(sent))
        {
            answers.Add(await answered);
            if (answers.Count == count)
                break;
        }
        return answers;
    }
}
