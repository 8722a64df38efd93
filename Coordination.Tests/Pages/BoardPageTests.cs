using System.Globalization;
using System.Text.RegularExpressions;
using Coordination.Tests.Api;
using Coordination.Tests.EmbeddedPostgres;

namespace Coordination.Tests.Pages;

/// <summary>The board as a page: the same figures as the API's, in two languages, and little to load.</summary>
public sealed partial class BoardPageTests(BoardPageTests.WithExample api) : IClassFixture<BoardPageTests.WithExample>
{
    public sealed class WithExample(TestCluster cluster) : RunningApi(cluster)
    {
        protected override bool PlaysExample => true;
    }

    [Fact]
    public async Task Nobody_sees_it_without_signing_in_and_the_sign_in_leads_back_to_the_day_that_was_asked_for()
    {
        using var browser = new Browser(api);
        (await browser.GetAsync("/")).ShouldLeadTo("/sign-in");
        var asked = await browser.GetAsync("/?asOf=2024-06-30&lang=en");
        asked.ShouldLeadTo("/sign-in?return=%2F%3FasOf%3D2024-06-30%26lang%3Den");
        (await browser.SignInAsync("admin", TestAccount.AdminPassword, asked.Location!)).ShouldLeadTo(
            "/?asOf=2024-06-30&lang=en"
        );
    }

    [Fact]
    public async Task It_says_the_finding_and_shows_the_figures_of_the_API()
    {
        using var browser = await SignedInAsync();
        var page = (await browser.GetAsync("/?asOf=2024-06-30")).ShouldBe(200);
        page.ShouldSay("Ini keadaan pada akhir 30 Jun 2024, bukan hari ini.").ShouldSay("<a href=\"/\">");
        page.ShouldSay("8 dari 8 pemerintah daerah belum mencapai target 80%");
        var board = (await api.GetAsync("/api/plans/19-2024/board?asOf=2024-06-30")).ShouldBe(200).Json;
        foreach (var row in board.GetProperty("governments").EnumerateArray())
        {
            var rate = row.GetProperty("implementation").GetProperty("rate").GetDecimal() * 100;
            var text = Math.Round(rate, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);
            page.ShouldSay($"<td class=\"number\">{text.Replace('.', ',')}%</td>");
        }
        Assert.Equal(96, CellOf().Count(page.Html));
        Assert.Equal(
            board.GetProperty("cells").EnumerateArray().Count(cell => cell.GetProperty("state").GetString() == "gap"),
            GapOf().Count(page.Html)
        );
        page.ShouldSay($"posisi {board.GetProperty("position").GetInt64()}");
    }

    [Fact]
    public async Task It_speaks_both_languages_and_remembers_which()
    {
        using var browser = await SignedInAsync();
        (await browser.GetAsync("/?asOf=2024-06-30"))
            .ShouldSay("<html lang=\"id\">")
            .ShouldSay("href=\"/?asOf=2024-06-30&lang=en\"")
            .ShouldSay("Keamanan siber");
        (await browser.GetAsync("/?asOf=2024-06-30&lang=en"))
            .ShouldSay("<html lang=\"en\">")
            .ShouldSay("This is the state at the end of 30 Jun 2024")
            .ShouldSay("href=\"/?asOf=2024-06-30&lang=id\"")
            .ShouldSay("Cyber security");
        (await browser.GetAsync("/")).ShouldSay("<html lang=\"en\">");
        (await browser.GetAsync("/?lang=xx")).ShouldSay("<html lang=\"en\">");
    }

    [Theory]
    [InlineData("2999-01-01", 422, "Tanggal ini belum terjadi.")]
    [InlineData("kemarin<b>", 400, "Tanggal tidak terbaca.")]
    public async Task A_day_that_cannot_be_shown_is_refused_beside_the_field_and_kept(
        string day,
        int status,
        string says
    )
    {
        using var browser = await SignedInAsync();
        var page = (await browser.GetAsync($"/?asOf={Uri.EscapeDataString(day)}")).ShouldBe(status).ShouldSay(says);
        Assert.Contains($"value=\"{System.Net.WebUtility.HtmlEncode(day)}\"", page.Html, StringComparison.Ordinal);
        page.ShouldSay("<a href=\"#asOf\">").ShouldSay("id=\"asOf-error-0\"");
    }

    [Fact]
    public async Task A_day_before_the_plan_and_a_plan_that_is_not_there_are_404_pages()
    {
        using var browser = await SignedInAsync();
        (await browser.GetAsync("/?asOf=2020-01-01")).ShouldBe(404).ShouldSay("Pada 2020-01-01 rencana ini belum ada.");
        (await browser.GetAsync("/?plan=19-1999")).ShouldBe(404).ShouldSay("Halaman tidak ditemukan");
        (await browser.GetAsync("/?plan=%27;drop")).ShouldBe(404);
        (await browser.GetAsync("/nothing")).ShouldBe(404).ShouldSay("Halaman tidak ditemukan").ShouldSay(">admin</a>");
        (await api.GetAsync("/api/nothing", ("Accept", "text/html"))).ShouldBe(404);
        (await browser.GetAsync("/?asOf=")).ShouldBe(200);
    }

    [Fact]
    public async Task The_table_is_there_to_download()
    {
        using var browser = await SignedInAsync();
        var table = await browser.GetAsync("/board.csv?plan=19-2024&asOf=2024-06-30");
        Assert.Equal((200, "text/csv"), (table.Status, table.ContentType));
        var same = await api.GetAsync("/api/plans/19-2024/board?asOf=2024-06-30", ("Accept", "text/csv"));
        Assert.Equal(same.Text, table.Html);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account")]
    [InlineData("/nothing")]
    public async Task A_page_has_nothing_inline_nothing_from_elsewhere_and_no_script_but_the_one_that_keeps_it_current(
        string url
    )
    {
        using var browser = await SignedInAsync();
        var page = await browser.GetAsync(url);
        Assert.Equal(url == "/" ? 1 : 0, ScriptOf().Count(page.Html));
        Assert.DoesNotMatch(
            "<script(?! src=\"/assets/selaras)|<style|\\sstyle=|\\son[a-z]+=|javascript:|https?://(?!www\\.w3\\.org)",
            page.Html
        );
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_first_view_is_small_on_the_wire_and_its_files_are_kept_for_ever()
    {
        using var browser = await SignedInAsync();
        var page = await browser.GetAsync("/");
        var sum = (await WireAsync(browser, "/")).Length;
        foreach (var asset in AssetOf().Matches(page.Html).Select(match => match.Groups["path"].Value))
        {
            var response = await WireAsync(browser, asset);
            sum += response.Length;
            Assert.Contains("immutable", response.CacheControl, StringComparison.Ordinal);
        }
        Assert.InRange(sum, 1000, 30 * 1024);
        Assert.Equal(404, (await browser.GetAsync("/assets/selaras.0000000000.css")).Status);
    }

    private async Task<(int Length, string CacheControl)> WireAsync(Browser browser, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Accept-Encoding", "gzip, br");
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Cookie", string.Join("; ", browser.Cookies.Select(pair => $"{pair.Key}={pair.Value}")));
        using var client = api.Host.Server.CreateClient();
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (bytes.Length, $"{response.Headers.CacheControl}");
    }

    private async Task<Browser> SignedInAsync()
    {
        var browser = new Browser(api);
        (await browser.SignInAsync("admin", TestAccount.AdminPassword)).ShouldBe(303);
        return browser;
    }

    [GeneratedRegex("<td class=\"(b[0-4]|none)\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CellOf();

    [GeneratedRegex("<td class=\"none\">", RegexOptions.None, 1000)]
    private static partial Regex GapOf();

    [GeneratedRegex("<script ", RegexOptions.None, 1000)]
    private static partial Regex ScriptOf();

    [GeneratedRegex("(href|src)=\"(?<path>/assets/[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AssetOf();
}
