using System.Text.RegularExpressions;
using Coordination.Tests.Api;
using Coordination.Tests.Security;

namespace Coordination.Tests.Pages;

/// <summary>An administrator adds and changes accounts in the browser.</summary>
public sealed partial class UserPagesTests(ApiWithAccounts api) : IClassFixture<ApiWithAccounts>
{
    private static readonly (string, string)[] Planner =
    [
        ("displayName", "Dewi <i>Lestari</i>"),
        ("roles[0].role", "planner"),
        ("roles[0].government", "19.05"),
    ];

    [Fact]
    public async Task An_account_is_added_with_a_password_that_is_shown_once_and_signs_in()
    {
        using var admin = await AdminAsync();
        var added = (await admin.SubmitAsync("/users/new", [("name", "dewi"), .. Planner])).ShouldBe(200);
        var oneTime = OneTime().Match(added.Html).Groups["password"].Value;
        Assert.NotEmpty(oneTime);
        Assert.DoesNotContain("<i>", added.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(
            oneTime,
            (await admin.GetAsync("/users/dewi")).ShouldBe(200).Html,
            StringComparison.Ordinal
        );
        (await admin.SubmitAsync("/users/new", [("name", "dewi"), .. Planner]))
            .ShouldBe(422)
            .ShouldSay("Nama akun ini sudah dipakai.");
        (await admin.GetAsync("/users")).ShouldBe(200).ShouldSay("href=\"/users/dewi\"").ShouldSay("Perencana");

        using var dewi = new Browser(api);
        (await dewi.SignInAsync("dewi", oneTime)).ShouldLeadTo("/account");
    }

    [Fact]
    public async Task Everything_wrong_with_an_account_is_said_beside_its_fields_and_kept()
    {
        using var admin = await AdminAsync();
        var refused = await admin.SubmitAsync(
            "/users/new",
            ("name", "Siti Aminah"),
            ("displayName", ""),
            ("roles[0].role", "viewer"),
            ("roles[1].government", "19.05")
        );
        refused.ShouldBe(422).ShouldSay("<a href=\"#roles[1].role\">").ShouldSay("value=\"Siti Aminah\"");
        refused = await admin.SubmitAsync(
            "/users/new",
            ("name", "Siti Aminah"),
            ("displayName", ""),
            ("roles[3].role", "viewer")
        );
        refused
            .ShouldBe(422)
            .ShouldSay("<a href=\"#name\">")
            .ShouldSay("<a href=\"#displayName\">")
            .ShouldSay("<a href=\"#roles[0].government\">");
        (await admin.SubmitAsync("/users/new", ("name", "tanpa.peran"), ("displayName", "X")))
            .ShouldBe(422)
            .ShouldSay("<a href=\"#roles\">");
    }

    [Fact]
    public async Task A_change_ends_the_sessions_and_may_give_a_new_password()
    {
        await api.ReadyAsync("bagus");
        using var bagus = new Browser(api);
        await bagus.SignInAsync("bagus", ApiWithAccounts.Password);
        (await bagus.GetAsync("/account")).ShouldBe(200);
        using var admin = await AdminAsync();
        (string, string)[] kept = [.. Planner, ("isActive", "true")];
        (await admin.SubmitAsync("/users/bagus", kept)).ShouldBe(200).ShouldSay("Tersimpan.");
        (await bagus.GetAsync("/account")).ShouldLeadTo("/sign-in?return=%2Faccount");

        var changed = (await admin.SubmitAsync("/users/bagus", [.. kept, ("password", "true")])).ShouldBe(200);
        (await bagus.SignInAsync("bagus", ApiWithAccounts.Password)).ShouldBe(401);
        (await bagus.SignInAsync("bagus", OneTime().Match(changed.Html).Groups["password"].Value)).ShouldBe(303);

        (await admin.SubmitAsync("/users/bagus", Planner)).ShouldBe(200).ShouldSay("Tersimpan.");
        (await admin.GetAsync("/users")).ShouldSay("Tidak boleh masuk");
        (await bagus.GetAsync("/account")).ShouldBe(303);
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        using var admin = await AdminAsync();
        (await admin.SubmitAsync("/users/admin", [.. Planner, ("isActive", "true")]))
            .ShouldBe(409)
            .ShouldSay("Ini administrator terakhir");
    }

    [Fact]
    public async Task Only_an_administrator_sees_accounts_and_only_those_of_its_governments()
    {
        await api.ReadyAsync("joko", new { role = "admin", government = "19.05" });
        await api.ReadyAsync("rina", new { role = "planner", government = "19.01" });
        await api.ReadyAsync("hanya.baca", new { role = "viewer", government = "19.05" });
        using var reader = new Browser(api);
        await reader.SignInAsync("hanya.baca", ApiWithAccounts.Password);
        (await reader.GetAsync("/users")).ShouldBe(403);
        Assert.DoesNotContain("href=\"/users\"", (await reader.GetAsync("/account")).Html, StringComparison.Ordinal);
        using var joko = new Browser(api);
        await joko.SignInAsync("joko", ApiWithAccounts.Password);
        (await joko.GetAsync("/account")).ShouldSay("href=\"/users\"");
        var list = (await joko.GetAsync("/users")).ShouldBe(200).ShouldSay("hanya.baca");
        Assert.DoesNotContain("rina", list.Html, StringComparison.Ordinal);
        (await joko.GetAsync("/users/rina")).ShouldBe(403);
        (await joko.GetAsync("/users/nobody")).ShouldBe(404);
        (
            await joko.SubmitAsync(
                "/users/new",
                ("name", "luar"),
                ("displayName", "Luar"),
                ("roles[0].role", "planner"),
                ("roles[0].government", "19.01")
            )
        ).ShouldBe(403);
    }

    private async Task<Browser> AdminAsync()
    {
        var browser = new Browser(api);
        await browser.SignInAsync("admin", TestAccount.AdminPassword);
        return browser;
    }

    [GeneratedRegex("<code>(?<password>[^<]+)</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneTime();
}
