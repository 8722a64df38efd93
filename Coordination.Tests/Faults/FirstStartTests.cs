using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Coordination.Tests.EmbeddedPostgres;

namespace Coordination.Tests.Faults;

/// <summary>The first start of two nodes at once on an empty database, with nothing set.</summary>
public sealed partial class FirstStartTests(TestCluster cluster) : SharedServerTests(cluster)
{
    [Fact]
    public async Task Of_two_nodes_that_start_at_once_one_prints_the_one_time_password_and_both_take_it()
    {
        var nodes = await Task.WhenAll(StartNodeAsync(), StartNodeAsync());
        var printed = nodes.SelectMany(node => OneTime().Matches(node.Output)).ToList();
        var password = Assert.Single(printed).Groups["password"].Value;
        foreach (var node in nodes)
        {
            var answer = await SignInAsync(node, password);
            Assert.True(answer.GetProperty("mustChangePassword").GetBoolean());
        }
    }

    private Task<ApiProcess> StartNodeAsync() =>
        StartAsync(
            ApiProcess.On(ConnectionString, ("Coordination__OnlyNode", "false"), ("COORDINATION_ADMIN_PASSWORD", ""))
        );

    private static async Task<JsonElement> SignInAsync(ApiProcess node, string password)
    {
        using var answer = await node.Client.PostAsJsonAsync(
            "/api/sign-in",
            new { user = "admin", password },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"one-time password\s+(?<password>[a-z2-9]{16})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneTime();
}
