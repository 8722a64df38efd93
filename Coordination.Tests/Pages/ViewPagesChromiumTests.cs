using System.Text;
using System.Text.RegularExpressions;
using Coordination.Tests.Api;
using Microsoft.Playwright;

namespace Coordination.Tests.Pages;

/// <summary>
/// The pages of a plan's views in a real browser: with content, with nothing to show and with what cannot be asked for; printed; kept
/// current; and a finding accepted by clicking.
/// </summary>
public sealed partial class ViewPagesChromiumTests(ChromiumTests.Browsing chromium)
    : IClassFixture<ChromiumTests.Browsing>
{
    private const string Coordinator = "koordinator.babel";
    private const string Overlap = "/findings?kind=overlap&severity=high";

    private static readonly string[] Pages =
    [
        "/",
        "/?asOf=2024-06-30",
        "/findings",
        "/findings?kind=nix",
        "/findings?kind=target&government=19.06&severity=low",
        "/funding",
        "/funding?source=nix",
        "/funding?government=19.06&source=HIBAH",
        "/index",
        "/index?asOf=2023-01-01",
        "/compare",
        "/compare?from=2024-03-31&to=2024-06-30",
        "/compare?from=kemarin",
    ];

    [Theory]
    [InlineData("id", true)]
    [InlineData("en", false)]
    public Task Every_page_of_a_view_is_shown_well_in_a_wide_window(string language, bool hasScripts) =>
        AssertShownWellAsync(1280, language, hasScripts);

    [Theory]
    [InlineData("en", true)]
    [InlineData("id", false)]
    public Task Every_page_of_a_view_is_shown_well_in_a_narrow_window(string language, bool hasScripts) =>
        AssertShownWellAsync(320, language, hasScripts);

    private async Task AssertShownWellAsync(int width, string language, bool hasScripts)
    {
        await chromium.AddAsync(Coordinator, "coordinator", "19");
        var (page, complaints) = await chromium.OpenAsAsync(Coordinator, width, language, hasScripts);
        foreach (var url in Pages)
        {
            await page.GotoAsync(url);
            Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
            Assert.True(await page.Locator("h1").IsVisibleAsync(), url);
            await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        }
        await page.GotoAsync(Overlap);
        await page.Locator(".findings a").First.ClickAsync();
        await page.WaitForURLAsync(FindingOf());
        Assert.True(await page.Locator("textarea").IsVisibleAsync());
        await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        Assert.DoesNotContain(complaints, complaint => !complaint.Contains("status of 4", StringComparison.Ordinal));
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("id", true)]
    [InlineData("en", false)]
    public async Task A_finding_is_accepted_with_a_reason_and_opened_again(string language, bool hasScripts)
    {
        await chromium.AddAsync(Coordinator, "coordinator", "19");
        var (page, _) = await chromium.OpenAsAsync(Coordinator, 1280, language, hasScripts);
        await page.GotoAsync(Overlap);
        await page.Locator(".findings a").First.ClickAsync();
        var send = page.Locator("form[action^='/findings/'] button");
        await send.ClickAsync();
        Assert.True(await page.Locator(".summary a[href='#reason']").IsVisibleAsync());
        await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        await page.Locator("#reason").FillAsync("Diperlukan di kedua tempat");
        await send.ClickAsync();
        Assert.True(await page.GetByText("Diperlukan di kedua tempat").First.IsVisibleAsync());
        await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        await page.Locator("#reason").FillAsync("Keadaan berubah");
        await send.ClickAsync();
        Assert.Equal(0, await page.GetByText("Diperlukan di kedua tempat").CountAsync());
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_board_prints_on_one_sheet_also_of_the_past()
    {
        await chromium.AddAsync(Coordinator, "coordinator", "19");
        var (page, _) = await chromium.OpenAsAsync(Coordinator, 1280, "id", hasScripts: true);
        foreach (var url in new[] { "/?lang=id", "/?lang=en&asOf=2024-06-30" })
        {
            await page.GotoAsync(url);
            var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
            Assert.Single(PageOfPdf().Matches(pdf));
            Assert.Contains("/MediaBox [0 0 84", pdf, StringComparison.Ordinal);
        }
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_page_of_the_present_keeps_itself_current_but_not_under_the_readers_hands()
    {
        await chromium.AddPlannerAsync();
        var (page, complaints) = await chromium.OpenAsAsync(ChromiumTests.Browsing.Planner, 1280, "id", true);
        var completed = page.Locator(".totals dd.small").Nth(1);
        var before = await completed.InnerTextAsync();
        await PlanAsync("Pemasangan radio antardesa Parittiga");
        await Assertions.Expect(completed).Not.ToHaveTextAsync(before, new() { Timeout = 20_000 });

        var after = await completed.InnerTextAsync();
        await page.Locator("#asOf").FocusAsync();
        await PlanAsync("Pelatihan operator radio antardesa Parittiga");
        await Task.Delay(6000, TestContext.Current.CancellationToken);
        Assert.Equal(after, await completed.InnerTextAsync());
        await page.Locator("#asOf").BlurAsync();
        await Assertions.Expect(completed).Not.ToHaveTextAsync(after, new() { Timeout = 20_000 });
        Assert.Empty(complaints);
        await page.Context.DisposeAsync();
    }

    private Task PlanAsync(string title) =>
        chromium.SendAsAsync(
            ChromiumTests.Browsing.Planner,
            HttpMethod.Post,
            "/api/programs",
            ApiWithPlan.Proposal(("title", title))
        );

    [GeneratedRegex("/findings/overlap-", RegexOptions.None, 1000)]
    private static partial Regex FindingOf();

    [GeneratedRegex("/Type\\s*/Page[^s]", RegexOptions.None, 1000)]
    private static partial Regex PageOfPdf();
}
