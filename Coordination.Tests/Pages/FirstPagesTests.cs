using Coordination.Tests.Api;
using Coordination.Tests.EmbeddedPostgres;

namespace Coordination.Tests.Pages;

/// <summary>What a browser is shown before there is a plan, and what it is shown without signing in.</summary>
public sealed class FirstPagesTests(FirstPagesTests.OpenApi api) : IClassFixture<FirstPagesTests.OpenApi>
{
    /// <summary>A fresh database that everybody may read.</summary>
    public sealed class OpenApi(TestCluster cluster) : RunningApi(cluster)
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("Coordination:PublicReading", "true")];
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/findings")]
    [InlineData("/funding")]
    [InlineData("/compare")]
    [InlineData("/index")]
    [InlineData("/programs")]
    [InlineData("/meetings")]
    [InlineData("/catalog")]
    public async Task Without_a_plan_a_page_says_what_to_do_first(string path)
    {
        using var browser = new Browser(api);
        (await browser.GetAsync(path)).ShouldBe(200).ShouldSay("Belum ada rencana");
    }

    [Theory]
    [InlineData("/users")]
    [InlineData("/account")]
    [InlineData("/import")]
    [InlineData("/programs/new")]
    [InlineData("/meetings/new")]
    public async Task What_is_not_for_the_public_asks_to_sign_in(string path)
    {
        using var browser = new Browser(api);
        (await browser.GetAsync(path)).ShouldLeadTo($"/sign-in?return={Uri.EscapeDataString(path)}");
    }

    [Fact]
    public async Task The_public_is_offered_to_sign_in_and_not_to_sign_out()
    {
        using var browser = new Browser(api);
        var page = (await browser.GetAsync("/")).ShouldBe(200).ShouldSay("href=\"/sign-in");
        Assert.DoesNotContain("action=\"/sign-out\"", page.Html, StringComparison.Ordinal);
        Assert.Empty(browser.Cookies);
    }
}
