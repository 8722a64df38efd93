using System.Security.Cryptography;
using System.Text;
using Coordination.Tests.Api;
using Coordination.Tests.EmbeddedPostgres;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Tests.Security;

/// <summary>Callers that an OpenID Connect provider vouches for.</summary>
public sealed class OidcTests(OidcTests.WithProvider api) : IClassFixture<OidcTests.WithProvider>
{
    [Fact]
    public async Task A_valid_token_carries_account_and_roles()
    {
        var me = (await GetAsync(api.Provider.Token())).ShouldBe(200).Json;
        Assert.Equal("b7d3", me.GetProperty("name").GetString());
        Assert.Equal(
            [("planner", "19.05"), ("viewer", "19")],
            me.GetProperty("roles")
                .EnumerateArray()
                .Select(role => (role.GetProperty("role").GetString(), role.GetProperty("government").GetString()))
        );
        Assert.Equal(403, (await PostPlanAsync(api.Provider.Token())).Status);
        var coordinator = api.Provider.Token(token => token.Claims["roles"] = "coordinator:19");
        Assert.Equal(201, (await PostPlanAsync(coordinator)).Status);
    }

    [Fact]
    public async Task A_token_that_has_ended_or_is_for_another_or_from_another_is_refused()
    {
        using var otherKey = RSA.Create(2048);
        foreach (
            var (what, token) in new[]
            {
                ("expired", api.Provider.Token(t => t.Expires = DateTime.UtcNow.AddMinutes(-2))),
                ("without an end", api.Provider.Token(t => t.Expires = null)),
                ("not yet valid", api.Provider.Token(t => t.NotBefore = DateTime.UtcNow.AddMinutes(2))),
                ("for another", api.Provider.Token(t => t.Audience = "mail")),
                ("for nobody", api.Provider.Token(t => t.Audience = null)),
                ("from another", api.Provider.Token(t => t.Issuer = "https://elsewhere.example")),
                (
                    "signed by another key",
                    api.Provider.Token(t =>
                        t.SigningCredentials = new(LoopbackProvider.SigningKey(otherKey), SecurityAlgorithms.RsaSha256)
                    )
                ),
                (
                    "signed with the public key as if it were a secret",
                    api.Provider.Token(t =>
                        t.SigningCredentials = new(
                            new SymmetricSecurityKey(api.Provider.PublicKey),
                            SecurityAlgorithms.HmacSha256
                        )
                    )
                ),
                ("not signed", api.Provider.Token(t => t.SigningCredentials = null)),
                ("alg none", AlgNone()),
                ("without an account", api.Provider.Token(t => t.Claims.Remove("sub"))),
                ("of a reserved account", api.Provider.Token(t => t.Claims["sub"] = "contoh")),
                ("no token", "no token"),
            }
        )
        {
            var reply = await GetAsync(token);
            Assert.True(reply.Status == 401, $"A token {what} is answered {reply.Status}: {reply.Text}");
            Assert.Equal("Bearer error=\"invalid_token\"", reply.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task Passwords_and_accounts_are_the_provider_s()
    {
        (await api.PostAsync("/api/sign-in", new { user = "admin", password = "x" })).ShouldBe(404);
        (await api.GetAsync("/api/users", Bearer(api.Provider.Token()))).ShouldBe(404);
        var paths = (await api.GetAsync("/openapi/v1.json")).Json.GetProperty("paths");
        Assert.False(paths.TryGetProperty("/api/sign-in", out _));
    }

    [Fact]
    public async Task Values_of_the_roles_claim_are_mapped_by_configuration_and_others_mean_nothing()
    {
        await using var mapped = new WithProvider(
            api.Cluster,
            ("Authentication:Oidc:AccountClaim", "email"),
            ("Authentication:Oidc:RolesClaim", "groups"),
            ("Authentication:Oidc:Roles:spbe-1905", "planner:19.05 budget-officer:19.05")
        );
        await mapped.InitializeAsync();
        var token = mapped.Provider.Token(t =>
        {
            t.Claims["email"] = "siti@babelprov.go.id";
            t.Claims["groups"] = new[] { "spbe-1905", "coordinator:19" };
        });
        var me = (await mapped.GetAsync("/api/me", Bearer(token))).ShouldBe(200).Json;
        Assert.Equal("siti@babelprov.go.id", me.GetProperty("name").GetString());
        Assert.Equal(
            ["planner", "budget-officer"],
            me.GetProperty("roles").EnumerateArray().Select(role => role.GetProperty("role").GetString())
        );
    }

    private string AlgNone()
    {
        static string Encode(string json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json));
        var expires = DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds();
        return $"{Encode("""{"alg":"none","typ":"JWT"}""")}."
            + $"{Encode($$"""{"iss":"{{api.Provider.Authority}}","aud":"selaras","sub":"admin","exp":{{expires}}}""")}.";
    }

    private Task<Reply> GetAsync(string token) => api.GetAsync("/api/me", Bearer(token));

    private Task<Reply> PostPlanAsync(string token) =>
        api.PostAsync(
            "/api/plans",
            new
            {
                province = "19",
                year = 2024,
                target = new { rate = 0.8, definition = "completion" },
            },
            Bearer(token)
        );

    private static (string, string) Bearer(string token) => ("Authorization", $"Bearer {token}");

    public sealed class WithProvider(TestCluster cluster) : RunningApi(cluster), IAsyncLifetime
    {
        private readonly (string Key, string Value)[] more = [];

        internal WithProvider(TestCluster cluster, params (string Key, string Value)[] more)
            : this(cluster) => this.more = more;

        internal TestCluster Cluster { get; } = cluster;

        internal LoopbackProvider Provider { get; private set; } = null!;

        protected override IEnumerable<(string Key, string Value)> Settings =>
            [
                ("Authentication:Mode", "oidc"),
                ("Authentication:Oidc:Authority", Provider.Authority),
                ("Authentication:Oidc:ClientId", "selaras"),
                .. more,
            ];

        public override async ValueTask InitializeAsync()
        {
            Provider = await LoopbackProvider.StartAsync();
            await base.InitializeAsync();
        }

        protected override Task SignInAsync() => Task.CompletedTask;

        async ValueTask IAsyncDisposable.DisposeAsync()
        {
            await base.DisposeAsync();
            await Provider.DisposeAsync();
        }
    }
}
