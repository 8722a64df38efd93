using Coordination.Tests.Api;
using Coordination.Tests.EmbeddedPostgres;

namespace Coordination.Tests.Security;

/// <summary>A service with accounts and passwords of its own, its admin's known.</summary>
public sealed class ApiWithAccounts(TestCluster cluster) : ApiWithPlan(cluster)
{
    internal const string Password = "kapal timah di pelabuhan";
    internal static readonly object[] PlannerRoles = [new { role = "planner", government = "19.05" }];

    /// <summary>An account that has changed its password already.</summary>
    internal async Task ReadyAsync(string name, object? role = null)
    {
        var added = await AddAsync(name, role ?? PlannerRoles[0]);
        if (added.Status == 422)
            return;
        var oneTime = added.ShouldBe(201).Json.GetProperty("oneTimePassword").GetString()!;
        var token = Token((await SignInAsync(name, oneTime)).ShouldBe(200));
        (await ChangeAsync(token, oneTime, Password)).ShouldBe(200);
    }

    internal async Task<Reply> AddAsync(string name, object? role = null) =>
        await PostAsAsync(
            await AdminAsync(),
            "/api/users",
            new
            {
                name,
                displayName = name,
                roles = role is null ? PlannerRoles : [role],
            }
        );

    internal async Task<string> AdminAsync() =>
        Token((await SignInAsync("admin", TestAccount.AdminPassword)).ShouldBe(200));

    internal Task<Reply> SignInAsync(string user, string password) =>
        SendAsync(HttpMethod.Post, "/api/sign-in", new { user, password }, ("Authorization", ""));

    internal Task<Reply> ChangeAsync(string token, string current, string @new) =>
        PostAsAsync(token, "/api/me/password", new { current, @new });

    internal Task<Reply> GetAsAsync(string token, string url) => GetAsync(url, Bearer(token));

    internal Task<Reply> PostAsAsync(string token, string url, object body) => PostAsync(url, body, Bearer(token));

    internal static (string, string) Bearer(string token) => ("Authorization", $"Bearer {token}");

    internal static string Token(Reply reply) => reply.Json.GetProperty("token").GetString()!;
}
