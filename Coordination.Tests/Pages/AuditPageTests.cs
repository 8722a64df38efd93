using Coordination.Api.EventStore;
using Coordination.Api.Pages;
using Coordination.Tests.Api;
using Coordination.Tests.Security;

namespace Coordination.Tests.Pages;

/// <summary>An auditor reads the log of events and has its chain verified in the browser.</summary>
public sealed class AuditPageTests(ApiWithAccounts api) : IClassFixture<ApiWithAccounts>
{
    [Fact]
    public async Task The_log_says_what_was_recorded_by_whom_and_what_became_of_what()
    {
        var id = await api.PlanProgramAsync();
        using var reader = await ReaderAsync();
        (await reader.GetAsync($"/audit?stream={id}"))
            .ShouldBe(200)
            .ShouldSay("Program diusulkan")
            .ShouldSay("<ins>Pelatihan keamanan siber aparatur desa</ins>")
            .ShouldSay($"/audit.csv?stream={id}");
        var table = await reader.GetAsync($"/audit.csv?stream={id}");
        Assert.Equal((200, "text/csv"), (table.Status, table.ContentType));
        Assert.Contains(",estimatedCost,,50000000", table.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_log_goes_on_where_a_page_ends()
    {
        for (var number = 0; number < 51; number++)
            await api.PlanProgramAsync();
        using var reader = await ReaderAsync();
        var first = (await reader.GetAsync("/audit?event=program_planned")).ShouldBe(200);
        Assert.Equal(50, RowsOf(first));
        var next = first.Html.Split("rel=\"next\"")[0].Split("href=\"")[^1].Split('"')[0];
        var second = (await reader.GetAsync(System.Net.WebUtility.HtmlDecode(next))).ShouldBe(200);
        Assert.InRange(RowsOf(second), 1, 50);
    }

    [Theory]
    [InlineData("from=kemarin", "#from")]
    [InlineData("government=99", "#government")]
    [InlineData("event=nothing", "#event")]
    public async Task A_filter_that_cannot_be_one_is_said_beside_its_field(string filter, string link)
    {
        using var reader = await ReaderAsync();
        (await reader.GetAsync($"/audit?{filter}")).ShouldBe(400).ShouldSay($"<a href=\"{link}\">");
        Assert.Equal(400, (await reader.GetAsync($"/audit.csv?{filter}")).Status);
    }

    [Fact]
    public async Task What_meets_no_event_says_what_to_do()
    {
        using var reader = await ReaderAsync();
        (await reader.GetAsync("/audit?account=nobody&from=&plan=")).ShouldBe(200).ShouldSay("href=\"/audit\"");
    }

    [Fact]
    public async Task The_chain_is_verified_with_and_without_a_head()
    {
        await api.PlanProgramAsync();
        using var reader = await ReaderAsync();
        (await reader.GetAsync("/audit/verification")).ShouldBe(200).ShouldSay("note good");
        (await reader.GetAsync("/audit/verification?head=1:zz")).ShouldBe(400).ShouldSay("<a href=\"#head\">");
        (await reader.GetAsync($"/audit/verification?head=999999:{new string('a', 64)}"))
            .ShouldBe(200)
            .ShouldSay(Language.Indonesian["audit.fault.cut-off"].Split(':')[0]);
    }

    [Fact]
    public void Every_event_has_a_name_that_people_read()
    {
        foreach (var name in EventNames.Types.Keys)
            Assert.NotNull(Language.Indonesian.Find($"event.{name}"));
    }

    private static int RowsOf(Page page) => page.Html.Split("<tbody>")[1].Split("<tr>").Length - 1;

    private async Task<Browser> ReaderAsync()
    {
        await api.ReadyAsync("auditor", new { role = "viewer", government = "19" });
        var browser = new Browser(api);
        await browser.SignInAsync("auditor", ApiWithAccounts.Password);
        return browser;
    }
}
