using Coordination.Api.Security;
using Coordination.Tests.Api;
using Coordination.Tests.EmbeddedPostgres;

namespace Coordination.Tests.Security;

/// <summary>The service with a plan, and with callers of every role in four places.</summary>
public sealed class ApiWithCallers(TestCluster cluster) : ApiWithPlan(cluster)
{
    private static readonly string[] Governments = ["19", "19.01", "19.05"];

    /// <summary>One account for each role of each government, named by both.</summary>
    internal static readonly IReadOnlyList<Account> Callers =
    [
        .. from role in Enum.GetValues<Role>()
        from government in Governments
        select TestAccount.Of($"{role}-{government}".ToLowerInvariant(), [new(role, government)]),
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var caller in Callers)
            await TestAccount.AddAsync(ConnectionString, caller);
    }

    /// <summary>Sends a request as somebody else.</summary>
    internal Task<Reply> AsAsync(
        string account,
        HttpMethod method,
        string url,
        object? body = null,
        string? key = null
    ) =>
        SendAsync(
            method,
            url,
            body,
            [
                ("Authorization", $"Bearer {TestAccount.TokenOf(account)}"),
                .. key is null ? [] : new[] { ("Idempotency-Key", key) },
            ]
        );

    internal Task<Reply> PostAsAsync(string account, string url, object body, string? key = null) =>
        AsAsync(account, HttpMethod.Post, url, body, key);

    internal Task<Reply> GetAsAsync(string account, string url) => AsAsync(account, HttpMethod.Get, url);
}
