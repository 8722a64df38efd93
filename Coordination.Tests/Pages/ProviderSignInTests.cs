using Coordination.Tests.Security;

namespace Coordination.Tests.Pages;

/// <summary>Signing in at a provider: code, PKCE, state and nonce. Whatever does not fit gives a clear page and no session.</summary>
public sealed class ProviderSignInTests(OidcTests.WithProvider api) : IClassFixture<OidcTests.WithProvider>
{
    private const string Session = "__Host-selaras";

    [Fact]
    public async Task A_sign_in_at_the_provider_leads_back_to_the_page_that_was_asked_for()
    {
        using var browser = new Browser(api);
        (await browser.GetAsync("/account")).ShouldLeadTo("/sign-in?return=%2Faccount");
        (await browser.GetAsync("/sign-in?return=%2Faccount"))
            .ShouldBe(200)
            .ShouldSay("href=\"/sign-in/provider?return=%2Faccount\"")
            .ShouldSay("Masuk melalui 127.0.0.1");
        var back = api.Provider.Authorize(await StartAsync(browser, "/account"));
        Assert.Equal("/account", (await browser.GetAsync(back)).Location);
        (await browser.GetAsync("/account"))
            .ShouldBe(200)
            .ShouldSay("Anda masuk sebagai b7d3.")
            .ShouldSay("Perencana, Kabupaten Bangka Barat");
        var cookie = ("Cookie", $"{Session}={browser.Cookies[Session]}");
        (await api.GetAsync("/api/me", cookie)).ShouldBe(401);
        (await api.GetAsync("/api/me", ("Authorization", $"Bearer {browser.Cookies[Session]}"))).ShouldBe(401);
    }

    [Fact]
    public async Task Nobody_is_sent_elsewhere_afterwards()
    {
        using var browser = new Browser(api);
        var back = api.Provider.Authorize(await StartAsync(browser, "//elsewhere.example"));
        Assert.Equal("/", (await browser.GetAsync(back)).Location);
    }

    [Fact]
    public async Task A_code_that_was_asked_for_by_another_browser_gives_no_session()
    {
        using var victim = new Browser(api);
        using var attacker = new Browser(api);
        await StartAsync(victim, "/");
        await RefusesAsync(victim, api.Provider.Authorize(await StartAsync(attacker, "/")));
    }

    [Fact]
    public async Task Another_state_gives_no_session()
    {
        using var browser = new Browser(api);
        var back = api.Provider.Authorize(await StartAsync(browser, "/"));
        await RefusesAsync(browser, back[..^4] + "AAAA");
        await RefusesAsync(browser, back.Split("&state=")[0]);
    }

    [Fact]
    public async Task Another_nonce_gives_no_session()
    {
        using var browser = new Browser(api);
        var start = await StartAsync(browser, "/");
        await RefusesAsync(browser, api.Provider.Authorize(start, change: token => token.Claims["nonce"] = "another"));
    }

    [Fact]
    public async Task A_code_whose_challenge_is_not_of_our_verifier_gives_no_session()
    {
        using var browser = new Browser(api);
        await RefusesAsync(browser, api.Provider.Authorize(await StartAsync(browser, "/"), challenge: "another"));
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        using var browser = new Browser(api);
        var back = api.Provider.Authorize(await StartAsync(browser, "/"));
        var cookies = browser.Cookies.ToList();
        Assert.Equal(302, (await browser.GetAsync(back)).Status);
        using var again = new Browser(api);
        foreach (var (name, value) in cookies)
            again.Keep(name, value);
        await RefusesAsync(again, back);
    }

    [Theory]
    [InlineData("sub", "contoh")]
    [InlineData("sub", null)]
    public async Task A_token_without_a_usable_account_gives_no_session(string claim, string? value)
    {
        using var browser = new Browser(api);
        var start = await StartAsync(browser, "/");
        var back = api.Provider.Authorize(
            start,
            change: token =>
            {
                token.Claims.Remove(claim);
                if (value is not null)
                    token.Claims[claim] = value;
            }
        );
        await RefusesAsync(browser, back);
    }

    [Fact]
    public async Task A_token_for_another_service_gives_no_session()
    {
        using var browser = new Browser(api);
        var start = await StartAsync(browser, "/");
        await RefusesAsync(browser, api.Provider.Authorize(start, change: token => token.Audience = "mail"));
    }

    [Fact]
    public async Task A_provider_that_says_no_is_believed()
    {
        using var browser = new Browser(api);
        var state = api.Provider.Authorize(await StartAsync(browser, "/")).Split("&state=")[1];
        await RefusesAsync(browser, $"/sign-in/callback?error=access_denied&state={state}");
    }

    private static async Task<string> StartAsync(Browser browser, string next)
    {
        var page = await browser.GetAsync($"/sign-in/provider?return={Uri.EscapeDataString(next)}");
        Assert.Equal(302, page.Status);
        Assert.All(
            browser.SetCookies,
            cookie =>
            {
                Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
                Assert.Contains("; secure; samesite=lax; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            }
        );
        return page.Location!;
    }

    private static async Task RefusesAsync(Browser browser, string back)
    {
        (await browser.GetAsync(back)).ShouldBe(400).ShouldSay("Masuk gagal");
        Assert.DoesNotContain(Session, browser.Cookies.Keys);
        (await browser.GetAsync("/account")).ShouldBe(303);
    }
}
