namespace Coordination.Tests.Pages;

/// <summary>An administrator's and an auditor's pages in a real browser.</summary>
public sealed class ChromiumAdministratorTests(ChromiumTests.Browsing chromium) : IClassFixture<ChromiumTests.Browsing>
{
    [Theory]
    [InlineData(1280, "id", true)]
    [InlineData(320, "en", true)]
    [InlineData(320, "id", false)]
    public async Task An_administrator_adds_an_account_and_an_auditor_verifies_the_chain(
        int width,
        string language,
        bool hasScripts
    )
    {
        var (page, complaints) = await chromium.OpenAsync(width, hasScripts);
        await page.GotoAsync($"/sign-in?return=/users&lang={language}");
        await page.Locator("#user").FillAsync("admin");
        await page.Locator("#password").FillAsync(ChromiumTests.Password);
        await page.Locator("main button").ClickAsync();
        await ChromiumTests.AssertShownWellAsync(page, hasScripts);

        await page.Locator("main a[href='/users/new']").ClickAsync();
        await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        await page.Locator("main form button").ClickAsync();
        Assert.True(await page.Locator(".summary a[href='#roles']").IsVisibleAsync());
        await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        await page.Locator("#name").FillAsync($"perencana-{width}-{language}");
        await page.Locator("#displayName").FillAsync("Perencana Bangka Barat");
        await page.Locator("[id='roles[0].role']").SelectOptionAsync("planner");
        await page.Locator("[id='roles[0].government']").SelectOptionAsync("19.05");
        await page.Locator("main form button").ClickAsync();
        Assert.True(await page.Locator(".note.good code").IsVisibleAsync());
        await ChromiumTests.AssertShownWellAsync(page, hasScripts);

        foreach (var path in new[] { "/audit", "/audit?account=nobody", "/audit?government=99", "/audit/verification" })
        {
            await page.GotoAsync(path);
            await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        }
        Assert.True(await page.Locator(".note.good").IsVisibleAsync());
        Assert.DoesNotContain(complaints, complaint => !complaint.Contains("status of 4", StringComparison.Ordinal));
        await page.Context.DisposeAsync();
    }
}
