using Coordination.Api.Security;
using Coordination.Tests.Api;
using Npgsql;

namespace Coordination.Tests.Security;

/// <summary>The way back in when nobody can sign in as an admin any more.</summary>
public sealed class AdminPasswordTests(AdminPasswordTests.Empty api) : IClassFixture<AdminPasswordTests.Empty>
{
    public sealed class Empty(EmbeddedPostgres.TestCluster cluster) : RunningApi(cluster);

    [Fact]
    public async Task The_first_account_gets_a_new_one_time_password_and_is_an_active_admin_again()
    {
        await using (var connection = new NpgsqlConnection(api.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand(
                """
                update coordination.mt_doc_account
                set data = data || '{"isActive": false, "roles": [{"role": "viewer", "government": "19"}]}'
                where id = 'admin'
                """,
                connection
            );
            Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }
        Assert.Equal(401, (await SignInAsync(TestAccount.AdminPassword)).Status);

        var oneTime = await AdminPassword.ResetAsync(api.Host.Services);
        var signedIn = (await SignInAsync(oneTime)).ShouldBe(200).Json;
        Assert.True(signedIn.GetProperty("mustChangePassword").GetBoolean());
        var token = signedIn.GetProperty("token").GetString();
        var changed = await api.PostAsync(
            "/api/me/password",
            new { current = oneTime, @new = "kapal timah di pelabuhan" },
            ("Authorization", $"Bearer {token}")
        );
        token = changed.ShouldBe(200).Json.GetProperty("token").GetString();
        (await api.GetAsync("/api/users", ("Authorization", $"Bearer {token}"))).ShouldBe(200);
    }

    private Task<Reply> SignInAsync(string password) =>
        api.SendAsync(HttpMethod.Post, "/api/sign-in", new { user = "admin", password }, ("Authorization", ""));
}
