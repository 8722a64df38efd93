using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Coordination.Tests.Api;
using Coordination.Tests.EmbeddedPostgres;
using Coordination.Tests.Faults;
using Coordination.Tests.Tables;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Coordination.Tests.Pages;

/// <summary>
/// The pages in a real browser, over plain HTTP on this machine as after <c>dotnet run</c>: signing in by clicking, both languages, wide and
/// narrow, with and without scripts. axe looks at every page.
/// </summary>
public sealed partial class ChromiumTests(ChromiumTests.Browsing chromium) : IClassFixture<ChromiumTests.Browsing>
{
    internal const string Password = "kapal timah di pelabuhan";

    [Theory]
    [InlineData(1280, "id", true)]
    [InlineData(320, "id", false)]
    [InlineData(320, "en", true)]
    [InlineData(1280, "en", false)]
    public async Task A_person_signs_in_and_reads_the_board(int width, string language, bool hasScripts)
    {
        var (page, complaints) = await chromium.OpenAsync(width, hasScripts);
        await page.GotoAsync($"/?lang={language}");
        Assert.Contains("/sign-in?return=", page.Url, StringComparison.Ordinal);
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        await AssertAccessibleAsync(page, hasScripts);

        await page.Locator("#user").FillAsync("admin");
        await page.Locator("#password").FillAsync("bukan kata sandinya");
        await page.Locator("main button").ClickAsync();
        await AssertAccessibleAsync(page, hasScripts);
        Assert.Equal("admin", await page.Locator("#user").InputValueAsync());
        Assert.Equal("", await page.Locator("#password").InputValueAsync());
        if (hasScripts)
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement.classList.contains('summary')"));

        await page.Locator("#user").FillAsync("admin");
        await page.Locator("#password").FillAsync(Password);
        await page.Locator("main button").ClickAsync();
        await page.WaitForURLAsync(BoardOf());
        await AssertAccessibleAsync(page, hasScripts);
        Assert.Equal(96, await page.Locator(".heat td").CountAsync());
        if (hasScripts)
            Assert.True(
                await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                "The page is wider than the window."
            );

        await page.Locator("#asOf").FillAsync("2024-06-30");
        await page.Locator("main button").ClickAsync();
        await page.WaitForURLAsync(PastOf());
        Assert.True(await page.Locator(".note").IsVisibleAsync());
        await page.GotoAsync("/account");
        await AssertAccessibleAsync(page, hasScripts);
        await page.GotoAsync("/catalog");
        await AssertAccessibleAsync(page, hasScripts);
        Assert.Equal(4, await page.Locator("dl.facts").CountAsync());
        await AssertFitsAsync(page, hasScripts);
        await page.GotoAsync("/nothing");
        await AssertAccessibleAsync(page, hasScripts);
        await page.Locator("header form button").ClickAsync();
        await page.WaitForURLAsync(SignInOf());
        await page.GotoAsync("/account");
        Assert.Contains("/sign-in?return=", page.Url, StringComparison.Ordinal);
        // The browser itself notes answers of 401 and 404, which were asked for.
        Assert.DoesNotContain(complaints, complaint => !complaint.Contains("status of 40", StringComparison.Ordinal));
        await page.Context.DisposeAsync();
    }

    /// <summary>The story of a planner: sign in, propose, be told of an overlap, send, and see it on the program's page, list and board.</summary>
    [Theory]
    [InlineData(1280, "id", true)]
    [InlineData(320, "en", true)]
    [InlineData(320, "id", false)]
    public async Task A_planner_proposes_what_overlaps_is_told_so_and_sends_it(
        int width,
        string language,
        bool hasScripts
    )
    {
        await chromium.AddPlannerAsync();
        var (page, complaints) = await chromium.OpenAsync(width, hasScripts);
        await page.GotoAsync($"/programs/new?lang={language}");
        await page.Locator("#user").FillAsync(Browsing.Planner);
        await page.Locator("#password").FillAsync(Password);
        await page.Locator("main button").ClickAsync();
        await page.WaitForURLAsync(NewOf());
        await AssertShownWellAsync(page, hasScripts);

        await page.Locator("main form button").ClickAsync();
        Assert.True(await page.Locator(".summary a[href='#title']").IsVisibleAsync());
        await AssertShownWellAsync(page, hasScripts);

        await FillProposalAsync(page);
        await page.Locator("button[value=check]").ClickAsync();
        Assert.True(await page.Locator(".review article").CountAsync() > 0);
        Assert.Equal("1.250.000.000", await page.Locator("#estimatedCost").InputValueAsync());
        await AssertShownWellAsync(page, hasScripts);

        await page.Locator("button[value=send]").ClickAsync();
        await page.WaitForURLAsync(SentOf());
        Assert.True(await page.Locator(".note.good").IsVisibleAsync());
        await AssertShownWellAsync(page, hasScripts);
        var program = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{program}/progress");
        await AssertShownWellAsync(page, hasScripts);
        await page.Locator("#percent").FillAsync("seratus");
        await page.Locator("main button").ClickAsync();
        await AssertShownWellAsync(page, hasScripts);
        await page.GotoAsync("/programs?q=blankspot&government=19.05");
        Assert.True(await page.Locator($"a[href='{program}']").IsVisibleAsync());
        await AssertShownWellAsync(page, hasScripts);
        await page.GotoAsync("/programs?q=tidak+ada+sama+sekali");
        await AssertShownWellAsync(page, hasScripts);
        await page.GotoAsync("/");
        Assert.Equal(96, await page.Locator(".heat td").CountAsync());
        Assert.DoesNotContain(complaints, complaint => !complaint.Contains("status of 4", StringComparison.Ordinal));
        await page.Context.DisposeAsync();
    }

    internal static async Task FillProposalAsync(IPage page)
    {
        await page.Locator("#priority").SelectOptionAsync("village-internet");
        await page.Locator("#title")
            .FillAsync("Penyediaan akses internet satelit di kantor desa blankspot Kabupaten Bangka Barat");
        await page.Locator("#description").FillAsync("Akses internet satelit bagi kantor desa tanpa sinyal.");
        await page.Locator("#leadAgency").FillAsync("Dinas Komunikasi dan Informatika");
        await page.Locator("[name=locations][value='19.05']").CheckAsync();
        await page.Locator("[id='schedule.start']").FillAsync("2024-03-01");
        await page.Locator("[id='schedule.end']").FillAsync("2024-10-31");
        await page.Locator("#estimatedCost").FillAsync("1.250.000.000");
        await page.Locator("[id='output.indicator']").FillAsync("Kantor desa terhubung");
        await page.Locator("[id='output.target']").FillAsync("12");
        await page.Locator("[id='output.unit']").FillAsync("desa");
    }

    internal static async Task AssertShownWellAsync(IPage page, bool hasScripts)
    {
        await AssertAccessibleAsync(page, hasScripts);
        await AssertFitsAsync(page, hasScripts);
    }

    [Theory]
    [InlineData(1280, "id", true)]
    [InlineData(320, "en", true)]
    [InlineData(320, "id", false)]
    public async Task A_planner_has_a_file_checked_and_stored(int width, string language, bool hasScripts)
    {
        var (page, complaints) = await chromium.OpenAsync(width, hasScripts);
        await chromium.LetAdminPlanAsync();
        await page.GotoAsync($"/sign-in?return=/import&lang={language}");
        await page.Locator("#user").FillAsync("admin");
        await page.Locator("#password").FillAsync(Password);
        await page.Locator("main button").ClickAsync();
        await AssertAccessibleAsync(page, hasScripts);
        await AssertFitsAsync(page, hasScripts);
        var bad = FilledTemplate.Row("R-0", "x");
        var file = FilledTemplate.Workbook(bad, FilledTemplate.Row($"R-{width}-{language}", "Internet desa Mentok"));
        await page.Locator("#file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "usulan.xlsx",
                    MimeType = "application/octet-stream",
                    Buffer = file,
                }
            );
        await page.Locator("main button").ClickAsync();
        await AssertAccessibleAsync(page, hasScripts);
        await AssertFitsAsync(page, hasScripts);
        Assert.Equal(2, await page.Locator("table.list tbody tr").CountAsync());
        await page.Locator("main button").First.ClickAsync();
        await AssertAccessibleAsync(page, hasScripts);
        Assert.True(await page.Locator(".note.good").IsVisibleAsync());
        Assert.Empty(complaints);
        await page.Context.DisposeAsync();
    }

    private static async Task AssertFitsAsync(IPage page, bool hasScripts)
    {
        if (hasScripts)
            Assert.True(
                await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                $"{page.Url} is wider than the window."
            );
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_first_and_then_everything_in_order()
    {
        var (page, _) = await chromium.OpenAsync(1280, hasScripts: true);
        await page.GotoAsync("/sign-in");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.Locator(".skip").IsVisibleAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("user", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.TypeAsync("admin");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(BoardOf());
        await page.Context.DisposeAsync();
    }

    /// <summary>axe is a script itself, so it looks at the same page where scripts run.</summary>
    private static async Task AssertAccessibleAsync(IPage page, bool hasScripts)
    {
        if (!hasScripts)
            return;
        var found = await page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            $"{page.Url}: "
                + string.Join(
                    "; ",
                    found.Violations.Select(violation =>
                        $"{violation.Id} {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"
                    )
                )
        );
    }

    [GeneratedRegex(@"/(\?lang=..)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BoardOf();

    [GeneratedRegex("/programs/new", RegexOptions.None, 1000)]
    private static partial Regex NewOf();

    [GeneratedRegex("done=planProgram", RegexOptions.None, 1000)]
    private static partial Regex SentOf();

    [GeneratedRegex("asOf=2024-06-30", RegexOptions.None, 1000)]
    private static partial Regex PastOf();

    [GeneratedRegex("/sign-in$", RegexOptions.None, 1000)]
    private static partial Regex SignInOf();
}
