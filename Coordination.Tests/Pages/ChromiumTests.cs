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

    /// <summary>A Chromium, and the service as a process with the example plan.</summary>
    public sealed class Browsing(TestCluster cluster) : IAsyncLifetime
    {
        private static readonly string? Executable = new[]
        {
            Environment.GetEnvironmentVariable("CHROMIUM") ?? "",
            "/usr/bin/chromium",
            "/usr/bin/google-chrome",
        }.FirstOrDefault(File.Exists);

        private readonly string database = $"test_{Guid.NewGuid():N}";
        private ApiProcess? service;
        private IPlaywright? playwright;
        private IBrowser? browser;

        public async ValueTask InitializeAsync()
        {
            if (Executable is null)
                return;
            service = ApiProcess.On(
                await cluster.CreateDatabaseAsync(database),
                ("Coordination__Example", "true"),
                ("COORDINATION_ADMIN_PASSWORD", Password)
            );
            await service.StartAsync();
            // The example is played while the service answers already.
            while (!await HasWholeBoardAsync())
                await Task.Delay(100, TestContext.Current.CancellationToken);
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(
                new()
                {
                    ExecutablePath = Executable,
                    Args =
                    [
                        "--no-sandbox",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                    ],
                }
            );
        }

        internal const string Planner = "perencana.babar";

        /// <summary>A planner of Bangka Barat who has changed the first password already.</summary>
        internal Task AddPlannerAsync() => AddAsync(Planner, "planner", "19.05");

        /// <summary>Somebody with a role who has changed the first password already.</summary>
        internal async Task AddAsync(string name, string role, string government)
        {
            Assert.SkipWhen(service is null, "There is no Chromium.");
            const string oneTime = "sementara untuk hari ini";
            var admin = await TokenAsync("admin", Password);
            using var added = await SendAsync(
                "/api/users",
                new
                {
                    name,
                    displayName = name,
                    password = oneTime,
                    roles = new[] { new { role, government } },
                },
                admin
            );
            if (added.StatusCode != System.Net.HttpStatusCode.Created)
                return;
            using var changed = await SendAsync(
                "/api/me/password",
                new { current = oneTime, @new = Password },
                await TokenAsync(name, oneTime)
            );
            Assert.True(changed.IsSuccessStatusCode);
        }

        /// <summary>What somebody does through the API meanwhile.</summary>
        internal async Task SendAsAsync(string user, HttpMethod method, string url, object body)
        {
            using var request = new HttpRequestMessage(method, new Uri(service!.Address, url))
            {
                Headers = { Authorization = new("Bearer", await TokenAsync(user, Password)) },
                Content = JsonContent.Create(body),
            };
            using var client = new HttpClient();
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }

        /// <summary>A window of somebody who has signed in.</summary>
        internal async Task<(IPage Page, IReadOnlyList<string> Complaints)> OpenAsAsync(
            string user,
            int width,
            string language,
            bool hasScripts
        )
        {
            var (page, complaints) = await OpenAsync(width, hasScripts);
            await page.GotoAsync($"/sign-in?lang={language}");
            await page.Locator("#user").FillAsync(user);
            await page.Locator("#password").FillAsync(Password);
            await page.Locator("main button").ClickAsync();
            await page.Locator(".heat").WaitForAsync();
            return (page, complaints);
        }

        private async Task<string> TokenAsync(string user, string password)
        {
            using var signedIn = await SendAsync("/api/sign-in", new { user, password }, null);
            var answer = await signedIn.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
            return answer.GetProperty("token").GetString()!;
        }

        private async Task<HttpResponseMessage> SendAsync(string url, object body, string? token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service!.Address, url))
            {
                Content = JsonContent.Create(body),
            };
            if (token is not null)
                request.Headers.Authorization = new("Bearer", token);
            using var client = new HttpClient();
            return await client.SendAsync(request);
        }

        private async Task<bool> HasWholeBoardAsync()
        {
            using var board = await service!.Client.GetAsync("/api/plans/19-2024/board?asOf=2024-12-31");
            return await board.Content.ReadAsStringAsync() is var json
                && json.Contains("\"programs\":133", StringComparison.Ordinal);
        }

        /// <summary>Makes the admin a planner of Bangka Barat too.</summary>
        internal async Task LetAdminPlanAsync()
        {
            using var signedIn = await service!.Client.PostAsJsonAsync(
                "/api/sign-in",
                new { user = "admin", password = Password }
            );
            var token = (await signedIn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
            using var change = new HttpRequestMessage(HttpMethod.Put, "/api/users/admin")
            {
                Headers = { Authorization = new("Bearer", token) },
                Content = JsonContent.Create(
                    new
                    {
                        displayName = "Admin",
                        roles = new object[] { new { role = "admin" }, new { role = "planner", government = "19.05" } },
                    }
                ),
            };
            using var changed = await service.Client.SendAsync(change);
            Assert.True(changed.IsSuccessStatusCode, await changed.Content.ReadAsStringAsync());
        }

        /// <summary>A window without history, and what its console complains of.</summary>
        internal async Task<(IPage Page, IReadOnlyList<string> Complaints)> OpenAsync(int width, bool hasScripts)
        {
            Assert.SkipWhen(
                browser is null,
                "There is no Chromium: apt-get install chromium, or name one in CHROMIUM."
            );
            var context = await browser.NewContextAsync(
                new()
                {
                    BaseURL = $"{service!.Address}",
                    ViewportSize = new() { Width = width, Height = 800 },
                    JavaScriptEnabled = hasScripts,
                }
            );
            var page = await context.NewPageAsync();
            var complaints = new List<string>();
            page.Console += (_, message) =>
            {
                if (message.Type is "error" or "warning")
                    complaints.Add(message.Text);
            };
            page.PageError += (_, error) => complaints.Add(error);
            return (page, complaints);
        }

        public async ValueTask DisposeAsync()
        {
            if (browser is not null)
                await browser.DisposeAsync();
            playwright?.Dispose();
            if (service is null)
                return;
            await service.DisposeAsync();
            await cluster.DropDatabaseAsync(database);
        }
    }
}
