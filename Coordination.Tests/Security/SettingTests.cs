using Coordination.Api.Security;
using Coordination.Tests.Api;
using Coordination.Tests.EmbeddedPostgres;
using Microsoft.AspNetCore.Builder;

namespace Coordination.Tests.Security;

/// <summary>What is decided by configuration.</summary>
public sealed class SettingTests(TestCluster cluster)
{
    [Theory]
    [InlineData("Development", null, "Local")]
    [InlineData("Production", "local", "Local")]
    [InlineData("Production", "oidc", "Oidc")]
    [InlineData("Production", null, null)]
    [InlineData("Staging", "", null)]
    [InlineData("Development", "none", null)]
    public void Who_vouches_for_callers_is_guessed_in_development_alone(
        string environment,
        string? mode,
        string? expected
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment });
        builder.Configuration["Authentication:Mode"] = mode;
        if (expected is null)
            Assert.Contains(
                "Authentication:Mode",
                Assert.Throws<SettingException>(() => builder.SignInMode()).Message,
                StringComparison.Ordinal
            );
        else
            Assert.Equal(expected, $"{builder.SignInMode()}");
    }

    [Fact]
    public async Task An_account_at_its_limit_is_told_when_to_go_on_and_others_are_not_held_up()
    {
        await using var api = new Configured(
            cluster,
            ("Coordination:Limits:ReadsPerSecond", "10"),
            ("Coordination:Limits:CommandsPerSecond", "10")
        );
        await api.InitializeAsync();
        await TestAccount.AddAsync(api.ConnectionString, TestAccount.Of("other", [new(Role.Viewer, "19")]));
        var reads = await Task.WhenAll(Enumerable.Range(0, 80).Select(_ => api.GetAsync("/api/me")));
        var refused = reads.Where(reply => reply.Status == 429).ToList();
        Assert.InRange(refused.Count, 1, 60);
        Assert.All(
            refused,
            reply => Assert.InRange(reply.ShouldBe(429).Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 10)
        );
        var other = ("Authorization", $"Bearer {TestAccount.TokenOf("other")}");
        (await api.GetAsync("/api/me", other)).ShouldBe(200);
        (await api.PostAsync("/api/plans/19-2024/agreement", new { })).ShouldBe(404);
        Assert.Equal(200, (await api.GetAsync("/health/live")).Status);
    }

    [Fact]
    public async Task An_address_that_fails_too_often_waits_and_its_accounts_go_on()
    {
        await using var api = new Configured(cluster);
        await api.InitializeAsync();
        var failures = 0;
        while (failures < 100 && (await SignInAsync(api, "nobody", "kata sandi salah")).Status == 401)
            failures++;
        // On a slow machine some attempts are given back meanwhile.
        Assert.InRange(failures, 30, 99);
        var refused = (await SignInAsync(api, "admin", TestAccount.AdminPassword)).ShouldBe(429);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        (await api.GetAsync("/api/me")).ShouldBe(200);
    }

    [Fact]
    public async Task Reading_can_be_opened_to_the_public_and_nothing_else_is()
    {
        await using var api = new Configured(cluster, ("Coordination:PublicReading", "true"));
        await api.InitializeAsync();
        var nobody = ("Authorization", "");
        (await api.GetAsync("/api/plans", nobody)).ShouldBe(200);
        (await api.GetAsync("/api/programs", nobody)).ShouldBe(200);
        (await api.GetAsync("/api/users", nobody)).ShouldBe(401);
        (await api.GetAsync("/api/me", nobody)).ShouldBe(401);
        (await api.SendAsync(HttpMethod.Post, "/api/programs", ApiWithPlan.Proposal(), nobody)).ShouldBe(401);
        (await api.SendAsync(HttpMethod.Post, "/api/programs/preview", ApiWithPlan.Proposal(), nobody)).ShouldBe(401);
        // A token that has ended is not quietly taken for the public.
        (await api.GetAsync("/api/plans", ("Authorization", "Bearer ended"))).ShouldBe(401);
    }

    [Fact]
    public async Task Answers_tell_a_browser_what_it_may_do_with_them()
    {
        await using var api = new Configured(cluster, ("environment", "Production"), ("Authentication:Mode", "local"));
        await api.InitializeAsync();
        api.Client.BaseAddress = new("https://selaras.example");
        foreach (var url in new[] { "/api/plans", "/api/nothing", "/health/live", "/docs/index.html" })
        {
            var headers = (await api.GetAsync(url)).Headers;
            var policy = headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains(
                "max-age=31536000",
                headers.GetValues("Strict-Transport-Security").Single(),
                StringComparison.Ordinal
            );
        }
    }

    private static Task<Reply> SignInAsync(RunningApi api, string user, string password) =>
        api.SendAsync(HttpMethod.Post, "/api/sign-in", new { user, password }, ("Authorization", ""));

    private sealed class Configured(TestCluster cluster, params (string Key, string Value)[] settings)
        : RunningApi(cluster)
    {
        protected override IEnumerable<(string Key, string Value)> Settings => settings;
    }
}
