namespace Coordination.Tests.Pages;

/// <summary>
/// Takes the README's pictures of the main pages, when it is asked for by name: <c>dotnet run --project Coordination.Tests -- -explicit only
/// -class Coordination.Tests.Pages.Pictures</c>.
/// </summary>
public sealed class Pictures(ChromiumTests.Browsing chromium) : IClassFixture<ChromiumTests.Browsing>
{
    private const string Chair = "koordinator.babel";

    [Fact(Explicit = true)]
    public async Task Of_the_main_pages()
    {
        var folder = Path.Combine(Repository.Root, "docs", "pictures");
        Directory.CreateDirectory(folder);
        await chromium.AddAsync(Chair, "coordinator", "19");
        var (page, complaints) = await chromium.OpenAsAsync(Chair, 1100, "en", hasScripts: false);
        await chromium.SendAsAsync(
            Chair,
            HttpMethod.Post,
            "/api/meetings",
            new
            {
                plan = "19-2024",
                title = "Rapat koordinasi SPBE triwulan II",
                date = "2024-06-19",
                place = "Pangkalpinang",
                chair = "Sekretaris Daerah",
            }
        );
        await chromium.SendAsAsync(Chair, HttpMethod.Post, "/api/meetings/19-2024-001/opening", new { });
        foreach (
            var (path, name, height) in new[]
            {
                ("/?asOf=2024-06-30", "board", 1500),
                ("/findings?kind=overlap", "findings", 760),
                ("/meetings/19-2024-001/items/1", "meeting", 1000),
                ("/index?asOf=2024-06-30", "index", 900),
            }
        )
        {
            await page.GotoAsync(path);
            await page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(folder, $"{name}.png"),
                    Clip = new()
                    {
                        X = 0,
                        Y = 0,
                        Width = 1100,
                        Height = height,
                    },
                    FullPage = true,
                }
            );
        }
        Assert.Empty(complaints);
        await page.Context.DisposeAsync();
    }
}
