using System.Net;
using System.Text.RegularExpressions;
using Coordination.Api.Http;
using Coordination.Tests.Api;
using Coordination.Tests.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Pages;

/// <summary>Walks from the board by its links to every page there is: all that an Indonesian page says is Indonesian.</summary>
public sealed partial class IndonesianPagesTests(ApiWithExample api, ITestOutputHelper output)
    : IClassFixture<ApiWithExample>
{
    /// <summary>Links to pages of one kind that are followed: one finding, program or filter is worded as the next.</summary>
    private const int OfEachKind = 2;

    /// <summary>No links lead there, or what they answer is no page.</summary>
    private static readonly HashSet<string> NoPages =
    [
        "/changes",
        "/import/template",
        "/meetings.ics",
        "/minutes/{meeting}/sealed",
        "/sign-in",
        // Forms like all others, linked only from what the example has none of.
        "/meetings/{id}/opening",
        "/programs/{id}/resumption",
        "/meetings/{id}/follow-ups/{part}/report",
        "/meetings/{id}/decisions/{part}/retry",
    ];

    [Fact]
    public async Task No_page_says_anything_in_English()
    {
        using var browser = await SignedInAsync();
        await MeetAsync();
        var (seen, waiting) = (new Dictionary<string, int>(StringComparer.Ordinal), new Queue<string>());
        var followed = new HashSet<string>(StringComparer.Ordinal);
        var (visited, english) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (
            var start in new[]
            {
                "/",
                "/findings?asOf=2024-06-30",
                "/programs/19-2024-0A001",
                "/programs/19-2024-0A012",
                "/meetings/new?plan=19-2024",
            }
        )
            waiting.Enqueue(start);
        while (waiting.TryDequeue(out var link))
        {
            var page = await browser.GetAsync(link);
            if (page.ContentType != "text/html")
                continue;
            visited.Add(link.Split('?')[0]);
            english.AddRange(
                TextsOf(page.Html).Where(text => English().IsMatch(text)).Select(text => $"{link}: {text}")
            );
            foreach (
                var next in LinksOf(page.Html)
                    .Where(next => !next.Contains("lang=", StringComparison.Ordinal) && followed.Add(next))
            )
            {
                var count = seen[KindOf(next)] = seen.GetValueOrDefault(KindOf(next)) + 1;
                if (count <= OfEachKind)
                    waiting.Enqueue(next);
            }
        }
        foreach (var text in english.Distinct(StringComparer.Ordinal))
            output.WriteLine(text);
        Assert.Empty(english);
        var missed = Routes().Where(route => !visited.Any(path => IsOf(route, path))).ToList();
        Assert.True(missed.Count == 0, $"No link leads to {string.Join(", ", missed)}.");
    }

    /// <summary>A meeting that is held and closed, one that is open, and one to come.</summary>
    private async Task MeetAsync()
    {
        (string Title, bool IsOpened, bool IsClosed)[] meetings =
        [
            ("Rapat triwulan", true, true),
            ("Rapat lanjutan", true, false),
            ("Rapat berikutnya", false, false),
        ];
        foreach (var (title, isOpened, isClosed) in meetings)
        {
            var call = new
            {
                plan = "19-2024",
                title,
                date = "2024-06-19",
                place = "Pangkalpinang",
                chair = "Sekretaris Daerah",
                agenda = new[] { new { topic = "Internet desa" } },
            };
            var meeting = (await api.PostAsync("/api/meetings", call)).ShouldBe(201).Json.GetProperty("id").GetString();
            if (isOpened)
                Assert.InRange((await api.PostAsync($"/api/meetings/{meeting}/opening", new { })).Status, 200, 201);
            if (isClosed)
                Assert.InRange((await api.PostAsync($"/api/meetings/{meeting}/closing", new { })).Status, 200, 201);
        }
    }

    /// <summary>Somebody who may open every page.</summary>
    private async Task<Browser> SignedInAsync()
    {
        const string name = "serba.bisa";
        string[] roles = ["planner", "budget-officer", "coordinator"];
        var account = new
        {
            name,
            displayName = "Serba Bisa",
            roles = roles
                .Select(role => new { role, government = (string?)"19" })
                .Append(new { role = "admin", government = (string?)null }),
        };
        var admin = new { user = "admin", password = TestAccount.AdminPassword };
        var session = (await api.SendAsync(HttpMethod.Post, "/api/sign-in", admin, ("Authorization", ""))).ShouldBe(
            200
        );
        var token = $"Bearer {session.Json.GetProperty("token").GetString()}";
        var added = (await api.SendAsync(HttpMethod.Post, "/api/users", account, ("Authorization", token))).ShouldBe(
            201
        );
        var browser = new Browser(api);
        var oneTime = added.Json.GetProperty("oneTimePassword").GetString()!;
        (await browser.SignInAsync(name, oneTime)).ShouldBe(303);
        (
            await browser.SubmitAsync(
                "/account",
                ("current", oneTime),
                ("new", ApiWithAccounts.Password),
                ("again", ApiWithAccounts.Password)
            )
        ).ShouldBe(303);
        return browser;
    }

    /// <summary>The pages there are, by their routes.</summary>
    private IEnumerable<string> Routes() =>
        api
            .Host.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<PageOf>() is not null)
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET"))
            .Select(route => route.RoutePattern.RawText!)
            .Where(route => !NoPages.Contains(route) && !route.EndsWith("csv", StringComparison.Ordinal))
            .Where(route => !route.EndsWith("xlsx", StringComparison.Ordinal));

    private static bool IsOf(string route, string path) =>
        Regex.IsMatch(path, $"^{Parameter().Replace(route, "[^/]+")}$", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>What a person reads or is read: texts and labels, but for what is marked as of another language.</summary>
    private static IEnumerable<string> TextsOf(string html)
    {
        var own = OtherLanguage()
            .Replace(Unread().Replace(html, ""), "")
            .Replace("open data", "", StringComparison.OrdinalIgnoreCase);
        return Label()
            .Matches(own)
            .Select(match => match.Groups["text"].Value)
            .Concat(Tag().Split(own))
            .Select(text => WebUtility.HtmlDecode(text).Trim())
            .Where(text => text.Length > 0);
    }

    private static IEnumerable<string> LinksOf(string html) =>
        Href().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["path"].Value));

    /// <summary>The path without what tells one from another, and what is asked for, but not with which value.</summary>
    private static string KindOf(string link) =>
        Id().Replace(link.Split('?')[0], "")
        + string.Concat(AskedFor().Matches(link).Select(match => match.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(
        @"(?<![\p{L}/-])(the|of|is|and|was|were|are|has|have|with|not|by|from|days|this|that|which|high|medium|low|open|scheduled|planned)(?![\p{L}-])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex English();

    [GeneratedRegex(
        "<(?<tag>script|style|textarea)\\b.*?</\\k<tag>>|<!--.*?-->",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Unread();

    [GeneratedRegex(
        "<(?<tag>\\w+)\\b[^>]*\\blang=\"en\"[^>]*>.*?</\\k<tag>>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OtherLanguage();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("(title|alt|aria-label|placeholder)=\"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();

    [GeneratedRegex("href=\"(?<path>/[^\"#]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Href();

    [GeneratedRegex(@"-[0-9a-f]{12}$|[0-9.-]+", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"(?<=[?&])(?!lang|asOf|cursor|plan)[a-zA-Z]+(?==)", RegexOptions.None, 1000)]
    private static partial Regex AskedFor();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
