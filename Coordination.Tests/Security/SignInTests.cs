using System.Diagnostics;
using System.Text.Json;
using Coordination.Api.Security;
using Coordination.Tests.Api;
using Coordination.Tests.EmbeddedPostgres;
using Microsoft.Extensions.DependencyInjection;
using static Coordination.Tests.Security.ApiWithAccounts;

namespace Coordination.Tests.Security;

/// <summary>Accounts with passwords of this service: who gets in, who does not, and when it ends.</summary>
public sealed class SignInTests(ApiWithAccounts api) : IClassFixture<ApiWithAccounts>
{
    [Fact]
    public async Task The_first_account_signs_in_with_the_operator_s_password_and_manages_users_alone()
    {
        var admin = await api.AdminAsync();
        var me = (await api.GetAsAsync(admin, "/api/me")).ShouldBe(200).Json;
        Assert.Equal("admin", me.GetProperty("name").GetString());
        (await api.GetAsAsync(admin, "/api/users")).ShouldBe(200);
        (await api.GetAsAsync(admin, "/api/programs")).ShouldBe(200);
        (await api.PostAsAsync(admin, "/api/programs", ApiWithPlan.Proposal())).ShouldBe(403);
    }

    [Fact]
    public async Task A_new_account_changes_its_one_time_password_before_anything_else()
    {
        var added = (await api.AddAsync("siti")).ShouldBe(201);
        Assert.Equal("/api/users/siti", added.Location);
        var oneTime = added.Json.GetProperty("oneTimePassword").GetString()!;
        var signedIn = (await api.SignInAsync("siti", oneTime)).ShouldBe(200);
        Assert.True(signedIn.Json.GetProperty("mustChangePassword").GetBoolean());
        Assert.Contains("no-store", signedIn.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        var token = Token(signedIn);
        Assert.EndsWith("password-to-change", Type((await api.GetAsAsync(token, "/api/programs")).ShouldBe(403)));
        (await api.GetAsAsync(token, "/api/me")).ShouldBe(403);

        var changed = (await api.ChangeAsync(token, oneTime, Password)).ShouldBe(200);
        (await api.GetAsAsync(token, "/api/programs")).ShouldBe(401);
        (await api.GetAsAsync(Token(changed), "/api/programs")).ShouldBe(200);
        (await api.SignInAsync("siti", oneTime)).ShouldBe(401);
        Assert.False(
            (await api.SignInAsync(" SITI ", Password))
                .ShouldBe(200)
                .Json.GetProperty("mustChangePassword")
                .GetBoolean()
        );
    }

    [Fact]
    public async Task Signing_out_ends_that_token_and_no_other()
    {
        await api.ReadyAsync("tono");
        var (one, two) = (
            Token(await api.SignInAsync("tono", Password)),
            Token(await api.SignInAsync("tono", Password))
        );
        (await api.GetAsAsync(one, "/api/me")).ShouldBe(200);
        Assert.Equal(204, (await api.PostAsAsync(one, "/api/sign-out", new { })).Status);
        (await api.GetAsAsync(one, "/api/me")).ShouldBe(401);
        (await api.GetAsAsync(two, "/api/me")).ShouldBe(200);
    }

    [Fact]
    public async Task Whatever_changes_an_account_ends_its_tokens_at_once()
    {
        await api.ReadyAsync("wati");
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
            var token = Token((await api.SignInAsync("wati", Password)).ShouldBe(200));
            Assert.NotEqual(401, (await api.GetAsAsync(token, "/api/me")).Status);
            var changed = await api.SendAsync(
                HttpMethod.Put,
                "/api/users/wati",
                change,
                Bearer(await api.AdminAsync())
            );
            Assert.Equal("viewer", changed.ShouldBe(200).Json.GetProperty("roles")[0].GetProperty("role").GetString());
            (await api.GetAsAsync(token, "/api/me")).ShouldBe(401);
        }
        (await api.SignInAsync("wati", Password)).ShouldBe(401);
    }

    [Fact]
    public async Task Ten_wrong_passwords_block_the_account_and_a_new_password_unblocks_it()
    {
        await api.ReadyAsync("budi");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => api.SignInAsync("budi", $"salah {n}")));
        Assert.All(answers, answer => answer.ShouldBe(401));
        var blocked = (await api.SignInAsync("budi", Password)).ShouldBe(401);
        Assert.Equal(answers[0].Text, blocked.Text);
        var reset = new
        {
            displayName = "Budi",
            roles = PlannerRoles,
            password = "kata sandi sementara",
        };
        (await api.SendAsync(HttpMethod.Put, "/api/users/budi", reset, Bearer(await api.AdminAsync()))).ShouldBe(200);
        (await api.SignInAsync("budi", "kata sandi sementara")).ShouldBe(200);
    }

    [Fact]
    public async Task An_unknown_account_is_refused_with_the_same_words_in_about_the_same_time()
    {
        await api.ReadyAsync("ayu");
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var n = 0; n < 4; n++)
        {
            known.Add(await RefusedAfterAsync("ayu"));
            unknown.Add(await RefusedAfterAsync("nobody-here"));
        }
        // Without its hash the unknown one would be answered a hundred times faster.
        Assert.InRange(unknown.Min() / known.Min(), 0.3, 3);
        Assert.Equal((await api.SignInAsync("ayu", "x")).Text, (await api.SignInAsync("nobody-here", "x")).Text);
    }

    [Theory]
    [InlineData("", "kata sandi", "new")]
    [InlineData(Password, Password, "new")]
    [InlineData(Password, "terlalu pdk", "new")]
    [InlineData(Password, "dewi.dewi.dewi", "new")]
    [InlineData("salah sama sekali", "kata sandi yang baru", "current")]
    public async Task A_new_password_that_cannot_be_is_refused_by_name(string current, string chosen, string field)
    {
        await api.ReadyAsync("dewi");
        var token = Token(await api.SignInAsync("dewi", Password));
        var refused = (await api.ChangeAsync(token, current, chosen)).ShouldBe(422);
        Assert.Contains(field, refused.Errors.Select(error => error.Field));
        (await api.GetAsAsync(token, "/api/me")).ShouldBe(200);
    }

    [Fact]
    public async Task Neither_password_nor_token_can_be_read_in_the_database()
    {
        await api.ReadyAsync("lina");
        var token = Token(await api.SignInAsync("lina", Password));
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
        (await api.SignInAsync(user, "salah sama sekali")).ShouldBe(401);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static string Type(Reply reply) => reply.Json.GetProperty("type").GetString()!;
}
