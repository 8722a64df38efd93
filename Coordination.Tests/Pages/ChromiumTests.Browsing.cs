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

public sealed partial class ChromiumTests
{
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
