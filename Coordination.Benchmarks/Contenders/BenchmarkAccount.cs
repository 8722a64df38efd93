using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Coordination.Domain.Reference;

namespace Coordination.Benchmarks.Contenders;

/// <summary>The account that the load runs under: signing in is part of what is measured, as it is part of what people do.</summary>
internal static class BenchmarkAccount
{
    private const string Password = "benar kuda baterai staples";

    /// <summary>A known first account, and limits that one account at full load does not meet.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>
    {
        ["Authentication__Mode"] = "local",
        ["COORDINATION_ADMIN_PASSWORD"] = Password,
        ["Coordination__Limits__CommandsPerSecond"] = "1000000",
        ["Coordination__Limits__ReadsPerSecond"] = "1000000",
    };

    /// <summary>The first account gives itself the roles of all governments, and every request from then on carries its token.</summary>
    internal static async Task SignInAsync(HttpClient client)
    {
        await UseTokenAsync(client);
        object[] roles =
        [
            new { role = "admin" },
            new { role = "coordinator", government = "19" },
            .. Government
                .Within("19")
                .SelectMany(government =>
                    new object[]
                    {
                        new { role = "planner", government = government.Code },
                        new { role = "budget-officer", government = government.Code },
                    }
                ),
        ];
        using var given = await client.PutAsJsonAsync("/api/users/admin", new { displayName = "Benchmark", roles });
        given.EnsureSuccessStatusCode();
        await UseTokenAsync(client);
    }

    private static async Task UseTokenAsync(HttpClient client)
    {
        using var reply = await client.PostAsJsonAsync("/api/sign-in", new { user = "admin", password = Password });
        reply.EnsureSuccessStatusCode();
        var token = (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }
}
