using Coordination.Tests.Api;
using Coordination.Tests.Security;

namespace Coordination.Tests.Pages;

/// <summary>Signing in and out with a browser, and choosing a password.</summary>
public sealed class SignInPageTests(ApiWithAccounts api) : IClassFixture<ApiWithAccounts>
{
    private const string Session = "__Host-selaras";

    [Fact]
    public async Task Signing_in_gives_a_session_that_only_pages_take()
    {
        using var browser = new Browser(api);
        (await browser.GetAsync("/account")).ShouldLeadTo("/sign-in?return=%2Faccount");
        var signedIn = await browser.SignInAsync("Admin ", TestAccount.AdminPassword, "/sign-in?return=%2Faccount");
        signedIn.ShouldLeadTo("/account");
        var set = Assert.Single(
            browser.SetCookies,
            cookie => cookie.StartsWith($"{Session}=", StringComparison.Ordinal)
        );
        foreach (var attribute in new[] { "path=/", "secure", "httponly", "samesite=lax" })
            Assert.Contains($"; {attribute}", set, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", set, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", set, StringComparison.OrdinalIgnoreCase);
        (await browser.GetAsync("/account")).ShouldBe(200).ShouldSay("Anda masuk sebagai admin.");

        var token = browser.Cookies[Session];
        (await api.GetAsync("/api/me", ("Cookie", $"{Session}={token}"), ("Authorization", ""))).ShouldBe(401);
        (await api.GetAsync("/api/me", ApiWithAccounts.Bearer(token))).ShouldBe(401);
    }

    [Fact]
    public async Task A_token_of_the_API_opens_no_page()
    {
        var token = await api.AdminAsync();
        using var browser = new Browser(api);
        (await browser.GetAsync("/account", ApiWithAccounts.Bearer(token))).ShouldBe(303);
        browser.Keep(Session, token);
        (await browser.GetAsync("/account")).ShouldBe(303);
        browser.Forget(Session);
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["current"] = "x", ["new"] = "y" };
        (await browser.PostAsync("/account", form, ApiWithAccounts.Bearer(token))).ShouldLeadTo("/sign-in");
    }

    [Fact]
    public async Task A_form_that_is_not_known_to_be_ours_does_nothing()
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["user"] = "admin",
            ["password"] = TestAccount.AdminPassword,
        };
        using var stranger = new Browser(api);
        (await stranger.PostAsync("/sign-in", form)).ShouldBe(400).ShouldSay("Izinkan cookie");
        Assert.Empty(stranger.Cookies);

        using var browser = new Browser(api);
        (await browser.SignInAsync("admin", TestAccount.AdminPassword)).ShouldBe(303);
        (await browser.PostAsync("/sign-out", form)).ShouldBe(400);
        form["__RequestVerificationToken"] = "CfDJ8";
        (await browser.PostAsync("/sign-out", form)).ShouldBe(400);
        (await browser.GetAsync("/account")).ShouldBe(200);

        // The token of a form is its reader's own.
        await api.ReadyAsync("pembaca");
        using var other = new Browser(api);
        (await other.SignInAsync("pembaca", ApiWithAccounts.Password)).ShouldBe(303);
        form["__RequestVerificationToken"] = Token(await other.GetAsync("/account"));
        (await browser.PostAsync("/sign-out", form)).ShouldBe(400);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        using var browser = new Browser(api);
        (await browser.SignInAsync("admin", TestAccount.AdminPassword)).ShouldBe(303);
        var token = browser.Cookies[Session];
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = Token(await browser.GetAsync("/account")),
        };
        (await browser.PostAsync("/sign-out", form)).ShouldLeadTo("/sign-in");
        Assert.False(browser.Cookies.ContainsKey(Session));
        browser.Keep(Session, token);
        (await browser.GetAsync("/account")).ShouldBe(303);
    }

    [Theory]
    [InlineData("?lang=id", "Nama akun atau kata sandi salah")]
    [InlineData("?lang=en", "Name or password is wrong")]
    public async Task A_refused_sign_in_says_so_keeps_the_name_and_not_the_password(string language, string says)
    {
        using var browser = new Browser(api);
        (await browser.GetAsync($"/sign-in{language}")).ShouldBe(200);
        var page = await browser.SignInAsync("siapa <b>\"", "kata sandi salah");
        page.ShouldBe(401).ShouldSay(says);
        Assert.Contains("value=\"siapa &lt;b&gt;&quot;\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("kata sandi salah\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("autofocus", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Session, browser.Cookies.Keys);
    }

    [Fact]
    public async Task Empty_fields_are_named_in_the_summary_and_beside_them()
    {
        using var browser = new Browser(api);
        var page = (await browser.SignInAsync("", "")).ShouldBe(422);
        foreach (var field in new[] { "user", "password" })
        {
            Assert.Contains($"<a href=\"#{field}\">", page.Html, StringComparison.Ordinal);
            Assert.Contains($"id=\"{field}-error-0\"", page.Html, StringComparison.Ordinal);
            Assert.Contains($"aria-describedby=\"{field}-error-0\"", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_account_that_is_blocked_is_told_what_a_wrong_password_is_told()
    {
        await api.ReadyAsync("terkunci");
        using var browser = new Browser(api);
        for (var i = 0; i < 10; i++)
            (await browser.SignInAsync("terkunci", "kata sandi salah")).ShouldBe(401);
        (await browser.SignInAsync("terkunci", ApiWithAccounts.Password))
            .ShouldBe(401)
            .ShouldSay("diblokir beberapa menit");
    }

    [Fact]
    public async Task A_temporary_password_is_changed_before_any_other_page_and_other_sessions_end()
    {
        var oneTime = (await api.AddAsync("baru.sekali"))
            .ShouldBe(201)
            .Json.GetProperty("oneTimePassword")
            .GetString()!;
        using var browser = new Browser(api);
        (await browser.SignInAsync("baru.sekali", oneTime)).ShouldLeadTo("/account");
        (await browser.GetAsync("/")).ShouldLeadTo("/account");
        (await browser.GetAsync("/account")).ShouldSay("Kata sandi Anda sementara.");

        (await ChangeAsync(browser, "salah", "pendek", "pendek"))
            .ShouldBe(422)
            .ShouldSay("Kata sandi sekarang tidak benar.")
            .ShouldSay("Kata sandi baru harus 12 sampai 128 karakter.");
        (await ChangeAsync(browser, oneTime, "kapal timah di laut", "kapal timah"))
            .ShouldBe(422)
            .ShouldSay("Kedua kata sandi baru tidak sama.");

        using var second = new Browser(api);
        (await second.SignInAsync("baru.sekali", oneTime)).ShouldBe(303);
        var before = browser.Cookies[Session];
        (await ChangeAsync(browser, oneTime, "kapal timah di laut", "kapal timah di laut")).ShouldLeadTo(
            "/account?changed"
        );
        Assert.NotEqual(before, browser.Cookies[Session]);
        (await browser.GetAsync("/account?changed")).ShouldBe(200).ShouldSay("Kata sandi sudah diganti.");
        (await second.GetAsync("/account")).ShouldBe(303);
    }

    [Fact]
    public async Task A_session_ends_when_the_account_is_closed()
    {
        await api.ReadyAsync("ditutup");
        using var browser = new Browser(api);
        (await browser.SignInAsync("ditutup", ApiWithAccounts.Password)).ShouldBe(303);
        (await browser.GetAsync("/account")).ShouldBe(200);
        var closed = new
        {
            displayName = "Tutup",
            roles = ApiWithAccounts.PlannerRoles,
            isActive = false,
        };
        (await api.PutAsync("/api/users/ditutup", closed, ApiWithAccounts.Bearer(await api.AdminAsync()))).ShouldBe(
            200
        );
        (await browser.GetAsync("/account")).ShouldBe(303);
    }

    [Theory]
    [InlineData("/programs?status=planned", "/programs?status=planned")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("/\t/elsewhere.example", "/")]
    [InlineData("\\\\elsewhere.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("elsewhere.example", "/")]
    [InlineData("", "/")]
    public async Task A_sign_in_leads_to_a_page_of_this_service_and_nowhere_else(string wanted, string leadsTo)
    {
        using var browser = new Browser(api);
        var page = await browser.SignInAsync(
            "admin",
            TestAccount.AdminPassword,
            $"/sign-in?return={Uri.EscapeDataString(wanted)}"
        );
        page.ShouldLeadTo(leadsTo);
        (await browser.GetAsync($"/sign-in?return={Uri.EscapeDataString(wanted)}")).ShouldLeadTo(leadsTo);
    }

    private static Task<Page> ChangeAsync(Browser browser, string current, string chosen, string again) =>
        browser.SubmitAsync("/account", ("current", current), ("new", chosen), ("again", again));

    private static string Token(Page page) =>
        page.Html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
}
