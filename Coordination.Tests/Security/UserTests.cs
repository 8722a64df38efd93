using Coordination.Api.Security;
using Coordination.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using static Coordination.Tests.Security.ApiWithAccounts;

namespace Coordination.Tests.Security;

/// <summary>Accounts, as those who manage them see them.</summary>
public sealed class UserTests(ApiWithAccounts api) : IClassFixture<ApiWithAccounts>
{
    [Fact]
    public async Task Everything_wrong_with_an_account_comes_together()
    {
        var body = new
        {
            name = "Siti Aminah",
            displayName = "",
            roles = new object[] { new { role = "planner" }, new { role = "viewer", government = "19.0" } },
            password = "pendek",
        };
        var refused = (await api.PostAsAsync(await api.AdminAsync(), "/api/users", body)).ShouldBe(422);
        Assert.Equal(
            ["displayName", "name", "password", "roles[0].government", "roles[1].government"],
            refused.Errors.Select(error => error.Field).Order(StringComparer.Ordinal)
        );
        foreach (var reserved in new[] { "anonymous", "contoh" })
            (await api.AddAsync(reserved)).ShouldBe(422);
        (await api.AddAsync("admin")).ShouldBe(422);
    }

    [Fact]
    public async Task The_last_admin_stays_an_admin()
    {
        var admin = await api.AdminAsync();
        object[] demotions =
        [
            new { displayName = "A", roles = PlannerRoles },
            new
            {
                displayName = "A",
                roles = new[] { new { role = "admin" } },
                isActive = false,
            },
            new { displayName = "A", roles = new[] { new { role = "admin", government = "19" } } },
        ];
        foreach (var demotion in demotions)
            Assert.Contains(
                ("last-admin", "roles"),
                (await api.SendAsync(HttpMethod.Put, "/api/users/admin", demotion, Bearer(admin))).ShouldBe(409).Errors
            );
        (await api.GetAsAsync(admin, "/api/users")).ShouldBe(200);
    }

    [Fact]
    public async Task An_admin_of_a_government_sees_and_manages_its_people_alone()
    {
        await api.ReadyAsync("joko", new { role = "admin", government = "19.05" });
        await api.ReadyAsync("rina", new { role = "planner", government = "19.01" });
        await api.ReadyAsync("agus", new { role = "planner", government = "19.05" });
        var joko = Token(await api.SignInAsync("joko", Password));
        var seen = (await api.GetAsAsync(joko, "/api/users")).ShouldBe(200).Json.GetProperty("items").EnumerateArray();
        var names = seen.Select(user => user.GetProperty("name").GetString()).ToList();
        Assert.Contains("agus", names);
        Assert.DoesNotContain("rina", names);
        Assert.DoesNotContain("admin", names);
        (await api.GetAsAsync(joko, "/api/users/rina")).ShouldBe(403);
        var promotion = new { displayName = "Agus", roles = new[] { new { role = "coordinator", government = "19" } } };
        (await api.SendAsync(HttpMethod.Put, "/api/users/agus", promotion, Bearer(joko))).ShouldBe(403);
        var takeover = new
        {
            displayName = "Rina",
            roles = PlannerRoles,
            password = Password,
        };
        (await api.SendAsync(HttpMethod.Put, "/api/users/rina", takeover, Bearer(joko))).ShouldBe(403);
    }

    [Fact]
    public async Task Accounts_come_in_pages_and_as_a_table()
    {
        await api.ReadyAsync("aaa");
        var admin = await api.AdminAsync();
        var first = (await api.GetAsAsync(admin, "/api/users?limit=1")).ShouldBe(200).Json;
        Assert.Equal("aaa", first.GetProperty("items")[0].GetProperty("name").GetString());
        var second = (
            await api.GetAsAsync(admin, $"/api/users?limit=1&cursor={first.GetProperty("next").GetString()}")
        ).ShouldBe(200);
        Assert.Equal("admin", second.Json.GetProperty("items")[0].GetProperty("name").GetString());
        var table = await api.GetAsync("/api/users?limit=1", Bearer(admin), ("Accept", "text/csv"));
        Assert.Equal(
            "name,displayName,roles,governments,governmentNames,isActive,mustChangePassword\r\n"
                + "aaa,aaa,planner of 19.05,19.05,Kabupaten Bangka Barat,true,false\r\n",
            table.ShouldBe(200).Text
        );
    }

    [Fact]
    public async Task Of_two_nodes_that_add_the_same_account_at_once_one_does()
    {
        var accounts = api.Host.Services.GetRequiredService<Accounts>();
        var added = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n => accounts.TryAddAsync(TestAccount.Of("twice", [new(Role.Viewer, "19")]), default))
        );
        Assert.Single(added, isAdded => isAdded);
    }
}
