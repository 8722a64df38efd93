using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Coordination.Tests.Pages;

/// <summary>Meetings in a real browser: the whole story by clicking, and each page as it looks to whoever opens it.</summary>
public sealed partial class MeetingChromiumTests(ChromiumTests.Browsing chromium)
    : IClassFixture<ChromiumTests.Browsing>
{
    private const string Chair = "koordinator.babel";

    /// <summary>
    /// Propose, be told of the overlap, speak about it in a meeting, decide, and see on program and board what came of it; and print the
    /// minutes. Without a script and with one.
    /// </summary>
    [Theory]
    [InlineData(1280, "id", false)]
    [InlineData(320, "en", true)]
    public async Task What_a_planner_proposes_twice_a_meeting_finds_and_decides(
        int width,
        string language,
        bool hasScripts
    )
    {
        await chromium.AddPlannerAsync();
        await chromium.AddAsync(Chair, "coordinator", "19");
        var (page, complaints) = await chromium.OpenAsync(width, hasScripts);
        var title = $"Penyediaan akses internet satelit di kantor desa blankspot Bangka Barat ({language})";
        var program = await ProposeAsync(page, language, title);

        await SignInAsync(page, "/meetings/new");
        var meeting = await ScheduleAsync(page, language, hasScripts);

        await page.Locator($"form[action='{meeting}/opening'] button").ClickAsync();
        await page.GotoAsync($"{meeting}/attendance");
        await page.Locator("[name=name]").First.FillAsync("Budi Santoso");
        await page.Locator("[name=office]").First.FillAsync("Kepala Dinas Kominfo");
        await page.Locator("main form button").ClickAsync();
        await AddToAgendaAsync(page, meeting, title);

        await ItemsOf(page, title).First.ClickAsync();
        await page.Locator($"a[href='/programs/{program}']").First.WaitForAsync();
        await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}?kind=defer");
        await page.Locator("#program").SelectOptionAsync(program);
        await page.Locator("button[value=check]").ClickAsync();
        Assert.True(await page.Locator(".effect table").IsVisibleAsync());
        await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        await page.Locator("button[value=send]").ClickAsync();
        await page.WaitForURLAsync(DecidedOf());
        Assert.Contains(
            language == "id" ? "Sudah berlaku" : "In effect",
            await page.Locator("main").InnerTextAsync(),
            StringComparison.Ordinal
        );
        await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        await page.GotoAsync($"/programs/{program}");
        Assert.Contains("2025", await page.Locator(".note").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/");
        Assert.Equal(96, await page.Locator(".heat td").CountAsync());

        await page.GotoAsync($"{meeting}/closing");
        await page.Locator("main form button").ClickAsync();
        await page.GotoAsync(meeting.Replace("/meetings/", "/minutes/", StringComparison.Ordinal));
        Assert.Equal(64, (await page.Locator("dl.facts code").First.InnerTextAsync()).Length);
        await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        Assert.DoesNotContain(complaints, complaint => !complaint.Contains("status of 4", StringComparison.Ordinal));
        await page.Context.DisposeAsync();
    }

    /// <summary>Calls a meeting, at first without its chair; where it is.</summary>
    private static async Task<string> ScheduleAsync(IPage page, string language, bool hasScripts)
    {
        await page.Locator("#title").FillAsync($"Rapat koordinasi {language}");
        await page.Locator("#date").FillAsync("2024-06-19");
        await page.Locator("#time").FillAsync("09:00");
        await page.Locator("#place").FillAsync("Kantor Gubernur");
        await page.Locator("main form button").ClickAsync();
        Assert.True(await page.Locator(".summary a[href='#chair']").IsVisibleAsync());
        await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        await page.Locator("#chair").FillAsync("Sekretaris Daerah");
        await page.Locator("main form button").ClickAsync();
        await page.WaitForURLAsync(MeetingOf());
        await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Every other page, and what it says where something is missing or wrong.</summary>
    [Theory]
    [InlineData(1280, "id", true)]
    [InlineData(320, "en", true)]
    [InlineData(320, "id", false)]
    public async Task Each_page_of_a_meeting_is_shown_well(int width, string language, bool hasScripts)
    {
        await chromium.AddAsync(Chair, "coordinator", "19");
        var (page, complaints) = await chromium.OpenAsync(width, hasScripts);
        await page.GotoAsync($"/meetings?lang={language}");
        await SignInAsync(page, "/meetings/new");
        foreach (
            var (field, text) in ((string Field, string Text)[])
                [("title", "Rapat"), ("place", "Aula"), ("chair", "Sekda")]
        )
            await page.Locator($"#{field}").FillAsync(text);
        await page.Locator("#date").FillAsync("2024-07-01");
        await page.Locator("main form button").ClickAsync();
        await page.WaitForURLAsync(MeetingOf());
        var meeting = new Uri(page.Url).AbsolutePath;
        await page.Locator($"form[action='{meeting}/opening'] button").ClickAsync();
        string[] paths =
        [
            "/meetings",
            "/minutes",
            $"{meeting}/agenda",
            $"{meeting}/attendance",
            $"{meeting}/items/1",
            $"{meeting}/decisions",
            $"{meeting}/decisions?kind=adopt&government=19.05",
            $"{meeting}/decisions?kind=set-target",
            $"{meeting}/follow-ups?item=1",
            $"{meeting}/basis",
            $"{meeting}?mode=wall",
            $"{meeting}?mode=wall&screen=2",
            $"{meeting}?mode=wall&screen=9",
            meeting.Replace("/meetings/", "/minutes/", StringComparison.Ordinal),
        ];
        foreach (var path in paths)
        {
            Assert.Equal(200, (await page.GotoAsync(path))!.Status);
            await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        }
        foreach (var path in (string[])[$"{meeting}/follow-ups", $"{meeting}/decisions?kind=set-target"])
        {
            await page.GotoAsync(path);
            await page.Locator("main form button").Last.ClickAsync();
            Assert.True(await page.Locator(".summary").IsVisibleAsync());
            await ChromiumTests.AssertShownWellAsync(page, hasScripts);
        }
        Assert.DoesNotContain(complaints, complaint => !complaint.Contains("status of 4", StringComparison.Ordinal));
        await page.Context.DisposeAsync();
    }

    private static async Task<string> ProposeAsync(IPage page, string language, string title)
    {
        await page.GotoAsync($"/programs/new?lang={language}");
        await page.Locator("#user").FillAsync(ChromiumTests.Browsing.Planner);
        await page.Locator("#password").FillAsync(ChromiumTests.Password);
        await page.Locator("main button").ClickAsync();
        await ChromiumTests.FillProposalAsync(page);
        await page.Locator("#title").FillAsync(title);
        await page.Locator("button[value=check]").ClickAsync();
        Assert.True(await page.Locator(".review article").CountAsync() > 0);
        await page.Locator("button[value=send]").ClickAsync();
        await page.WaitForURLAsync(SentOf());
        var program = new Uri(page.Url).AbsolutePath.Split('/')[^1];
        await page.Locator("header form button").ClickAsync();
        return program;
    }

    private static async Task SignInAsync(IPage page, string path)
    {
        await page.GotoAsync($"/sign-in?return={path}");
        await page.Locator("#user").FillAsync(Chair);
        await page.Locator("#password").FillAsync(ChromiumTests.Password);
        await page.Locator("main button").ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == path);
    }

    /// <summary>The agenda is drafted from what matters most; what this story is about is added where it is not on it.</summary>
    private static async Task AddToAgendaAsync(IPage page, string meeting, string title)
    {
        await page.GotoAsync(meeting);
        if (await ItemsOf(page, title).CountAsync() > 0)
            return;
        await page.GotoAsync($"{meeting}/agenda");
        await page.Locator("p.tick", new() { HasText = title }).First.Locator("input").CheckAsync();
        await page.Locator("main form button").ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == meeting);
    }

    private static ILocator ItemsOf(IPage page, string title) =>
        page.Locator("table a[href*='/items/']", new() { HasText = title });

    [GeneratedRegex("/meetings/19-2024-[0-9]{3}", RegexOptions.None, 1000)]
    private static partial Regex MeetingOf();

    [GeneratedRegex("done=recordDecision", RegexOptions.None, 1000)]
    private static partial Regex DecidedOf();

    [GeneratedRegex("done=planProgram", RegexOptions.None, 1000)]
    private static partial Regex SentOf();
}
