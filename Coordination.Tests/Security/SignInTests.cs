using System.Diagnostics;
using System.Text.Json;
using Coordination.Api.Security;
using Coordination.Tests.Api;
using Coordination.Tests.EmbeddedPostgres;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Security;

/// <summary>Accounts with passwords of this service: who gets in, who does not, and when it ends.</summary>
public sealed class SignInTests(SignInTests.Local api) : IClassFixture<SignInTests.Local>
{
    private const string Password = "kapal timah di pelabuhan";
    private static readonly object[] PlannerRoles = [new { role = "planner", government = "19.05" }];

    public sealed class Local(TestCluster cluster) : ApiWithPlan(cluster);

    [Fact]
    public async Task The_first_account_signs_in_with_the_operator_s_password_and_manages_users_alone()
    {
        var admin = await AdminAsync();
        var me = (await GetAsync(admin, "/api/me")).ShouldBe(200).Json;
        Assert.Equal("admin", me.GetProperty("name").GetString());
        (await GetAsync(admin, "/api/users")).ShouldBe(200);
        (await GetAsync(admin, "/api/programs")).ShouldBe(200);
        (await PostAsync(admin, "/api/programs", ApiWithPlan.Proposal())).ShouldBe(403);
    }

    [Fact]
    public async Task A_new_account_changes_its_one_time_password_before_anything_else()
    {
        var added = (await AddAsync("siti")).ShouldBe(201);
        Assert.Equal("/api/users/siti", added.Location);
        var oneTime = added.Json.GetProperty("oneTimePassword").GetString()!;
        var signedIn = (await SignInAsync("siti", oneTime)).ShouldBe(200);
        Assert.True(signedIn.Json.GetProperty("mustChangePassword").GetBoolean());
        Assert.Contains("no-store", signedIn.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        var token = Token(signedIn);
        Assert.EndsWith("password-to-change", Type((await GetAsync(token, "/api/programs")).ShouldBe(403)));
        (await GetAsync(token, "/api/me")).ShouldBe(403);

        var changed = (await ChangeAsync(token, oneTime, Password)).ShouldBe(200);
        (await GetAsync(token, "/api/programs")).ShouldBe(401);
        (await GetAsync(Token(changed), "/api/programs")).ShouldBe(200);
        (await SignInAsync("siti", oneTime)).ShouldBe(401);
        Assert.False(
            (await SignInAsync(" SITI ", Password)).ShouldBe(200).Json.GetProperty("mustChangePassword").GetBoolean()
        );
    }

    [Fact]
    public async Task Signing_out_ends_that_token_and_no_other()
    {
        await ReadyAsync("tono");
        var (one, two) = (Token(await SignInAsync("tono", Password)), Token(await SignInAsync("tono", Password)));
        (await GetAsync(one, "/api/me")).ShouldBe(200);
        Assert.Equal(204, (await PostAsync(one, "/api/sign-out", new { })).Status);
        (await GetAsync(one, "/api/me")).ShouldBe(401);
        (await GetAsync(two, "/api/me")).ShouldBe(200);
    }

    [Fact]
    public async Task Whatever_changes_an_account_ends_its_tokens_at_once()
    {
        await ReadyAsync("wati");
        var viewer = new { displayName = "Wati", roles = new[] { new { role = "viewer", government = "19" } } };
        foreach (
            var change in new object[]
            {
                viewer,
                new
                {
                    viewer.displayName,
                    viewer.roles,
                    password = Password,
                },
                new
                {
                    viewer.displayName,
                    viewer.roles,
                    isActive = false,
                },
            }
        )
        {
            var token = Token((await SignInAsync("wati", Password)).ShouldBe(200));
            Assert.NotEqual(401, (await GetAsync(token, "/api/me")).Status);
            var changed = await api.SendAsync(HttpMethod.Put, "/api/users/wati", change, Bearer(await AdminAsync()));
            Assert.Equal("viewer", changed.ShouldBe(200).Json.GetProperty("roles")[0].GetProperty("role").GetString());
            (await GetAsync(token, "/api/me")).ShouldBe(401);
        }
        (await SignInAsync("wati", Password)).ShouldBe(401);
    }

    [Fact]
    public async Task Ten_wrong_passwords_block_the_account_and_a_new_password_unblocks_it()
    {
        await ReadyAsync("budi");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => SignInAsync("budi", $"salah {n}")));
        Assert.All(answers, answer => answer.ShouldBe(401));
        var blocked = (await SignInAsync("budi", Password)).ShouldBe(401);
        Assert.Equal(answers[0].Text, blocked.Text);
        var reset = new
        {
            displayName = "Budi",
            roles = PlannerRoles,
            password = "kata sandi sementara",
        };
        (await api.SendAsync(HttpMethod.Put, "/api/users/budi", reset, Bearer(await AdminAsync()))).ShouldBe(200);
        (await SignInAsync("budi", "kata sandi sementara")).ShouldBe(200);
    }

    [Fact]
    public async Task An_unknown_account_is_refused_with_the_same_words_in_about_the_same_time()
    {
        await ReadyAsync("ayu");
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var n = 0; n < 4; n++)
        {
            known.Add(await RefusedAfterAsync("ayu"));
            unknown.Add(await RefusedAfterAsync("nobody-here"));
        }
        // Without its hash the unknown one would be answered a hundred times faster.
        Assert.InRange(unknown.Min() / known.Min(), 0.3, 3);
        Assert.Equal((await SignInAsync("ayu", "x")).Text, (await SignInAsync("nobody-here", "x")).Text);
    }

    [Theory]
    [InlineData("", "kata sandi", "new")]
    [InlineData(Password, Password, "new")]
    [InlineData(Password, "terlalu pdk", "new")]
    [InlineData(Password, "dewi.dewi.dewi", "new")]
    [InlineData("salah sama sekali", "kata sandi yang baru", "current")]
    public async Task A_new_password_that_cannot_be_is_refused_by_name(string current, string chosen, string field)
    {
        await ReadyAsync("dewi");
        var token = Token(await SignInAsync("dewi", Password));
        var refused = (await ChangeAsync(token, current, chosen)).ShouldBe(422);
        Assert.Contains(field, refused.Errors.Select(error => error.Field));
        (await GetAsync(token, "/api/me")).ShouldBe(200);
    }

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
        var refused = (await PostAsync(await AdminAsync(), "/api/users", body)).ShouldBe(422);
        Assert.Equal(
            ["displayName", "name", "password", "roles[0].government", "roles[1].government"],
            refused.Errors.Select(error => error.Field).Order(StringComparer.Ordinal)
        );
        foreach (var reserved in new[] { "anonymous", "contoh" })
            (await AddAsync(reserved)).ShouldBe(422);
        (await AddAsync("admin")).ShouldBe(422);
    }

    [Fact]
    public async Task The_last_admin_stays_an_admin()
    {
        var admin = await AdminAsync();
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
        (await GetAsync(admin, "/api/users")).ShouldBe(200);
    }

    [Fact]
    public async Task An_admin_of_a_government_sees_and_manages_its_people_alone()
    {
        await ReadyAsync("joko", new { role = "admin", government = "19.05" });
        await ReadyAsync("rina", new { role = "planner", government = "19.01" });
        await ReadyAsync("agus", new { role = "planner", government = "19.05" });
        var joko = Token(await SignInAsync("joko", Password));
        var seen = (await GetAsync(joko, "/api/users")).ShouldBe(200).Json.GetProperty("items").EnumerateArray();
        var names = seen.Select(user => user.GetProperty("name").GetString()).ToList();
        Assert.Contains("agus", names);
        Assert.DoesNotContain("rina", names);
        Assert.DoesNotContain("admin", names);
        (await GetAsync(joko, "/api/users/rina")).ShouldBe(403);
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
        await ReadyAsync("aaa");
        var admin = await AdminAsync();
        var first = (await GetAsync(admin, "/api/users?limit=1")).ShouldBe(200).Json;
        Assert.Equal("aaa", first.GetProperty("items")[0].GetProperty("name").GetString());
        var second = (
            await GetAsync(admin, $"/api/users?limit=1&cursor={first.GetProperty("next").GetString()}")
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

    [Fact]
    public async Task Neither_password_nor_token_can_be_read_in_the_database()
    {
        await ReadyAsync("lina");
        var token = Token(await SignInAsync("lina", Password));
        await using var connection = new Npgsql.NpgsqlConnection(api.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand(
            "select string_agg(data::text, '') from (select data from coordination.mt_doc_account "
                + "union all select data from coordination.mt_doc_accesstoken) kept",
            connection
        );
        var kept = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        Assert.Contains("lina", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(token, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, kept, StringComparison.Ordinal);
    }

    private async Task<double> RefusedAfterAsync(string user)
    {
        var started = Stopwatch.GetTimestamp();
        (await SignInAsync(user, "salah sama sekali")).ShouldBe(401);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>An account that has changed its password already.</summary>
    private async Task ReadyAsync(string name, object? role = null)
    {
        var added = await AddAsync(name, role ?? PlannerRoles[0]);
        if (added.Status == 422)
            return;
        var oneTime = added.ShouldBe(201).Json.GetProperty("oneTimePassword").GetString()!;
        var token = Token((await SignInAsync(name, oneTime)).ShouldBe(200));
        (await ChangeAsync(token, oneTime, Password)).ShouldBe(200);
    }

    private async Task<Reply> AddAsync(string name, object? role = null) =>
        await PostAsync(
            await AdminAsync(),
            "/api/users",
            new
            {
                name,
                displayName = name,
                roles = role is null ? PlannerRoles : [role],
            }
        );

    private async Task<string> AdminAsync() =>
        Token((await SignInAsync("admin", TestAccount.AdminPassword)).ShouldBe(200));

    private Task<Reply> SignInAsync(string user, string password) =>
        api.SendAsync(HttpMethod.Post, "/api/sign-in", new { user, password }, ("Authorization", ""));

    private Task<Reply> ChangeAsync(string token, string current, string @new) =>
        PostAsync(token, "/api/me/password", new { current, @new });

    private Task<Reply> GetAsync(string token, string url) => api.GetAsync(url, Bearer(token));

    private Task<Reply> PostAsync(string token, string url, object body) => api.PostAsync(url, body, Bearer(token));

    private static (string, string) Bearer(string token) => ("Authorization", $"Bearer {token}");

    private static string Token(Reply reply) => reply.Json.GetProperty("token").GetString()!;

    private static string Type(Reply reply) => reply.Json.GetProperty("type").GetString()!;
}
