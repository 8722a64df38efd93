using Coordination.Tests.Api;
using Coordination.Tests.Security;
using Coordination.Tests.Tables;

namespace Coordination.Tests.Pages;

/// <summary>A file is checked, its rows are shown, and then it is carried out.</summary>
public sealed class ImportPageTests(ApiWithAccounts api) : IClassFixture<ApiWithAccounts>
{
    [Fact]
    public async Task A_planner_checks_a_file_corrects_it_and_stores_it_once()
    {
        using var browser = await PlannerAsync();
        var page = (await browser.GetAsync("/import")).ShouldBe(200).ShouldSay("Unduh templat (Excel)");
        var bad = FilledTemplate.Row("P-2");
        bad[15] = "250 juta";
        var checkedFile = (await SendAsync(browser, page, FilledTemplate.Workbook(FilledTemplate.Row("P-1"), bad)))
            .ShouldBe(200)
            .ShouldSay("belum ada yang disimpan")
            .ShouldSay("1 program akan menjadi baru")
            .ShouldSay("P3: “250 juta” bukan jumlah polos seperti 1250000")
            .ShouldSay("Simpan 1 program lainnya");
        Assert.DoesNotContain("P-1", await ProgramsAsync(), StringComparison.Ordinal);

        var whole = await SendAsync(
            browser,
            checkedFile,
            FilledTemplate.Workbook(FilledTemplate.Row("P-1"), FilledTemplate.Row("P-2", "Internet desa <b>Jebus</b>"))
        );
        whole.ShouldBe(200).ShouldSay("Simpan 2 program");
        Assert.DoesNotContain("<b>Jebus", whole.Html, StringComparison.Ordinal);
        // The file before has gone; what is stored is what was checked last.
        (await CommitAsync(browser, checkedFile))
            .ShouldBe(422)
            .ShouldSay("tidak menunggu lagi");
        (await CommitAsync(browser, whole)).ShouldBe(200).ShouldSay("2 program baru, 0 diperbarui");
        (await CommitAsync(browser, whole)).ShouldBe(200).ShouldSay("0 program baru, 0 diperbarui, 2 tetap");
        Assert.Contains("P-2", await ProgramsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_no_longer_fits_when_the_file_is_stored_is_shown_and_nothing_is_stored()
    {
        using var browser = await PlannerAsync();
        var page = await SendAsync(
            browser,
            await browser.GetAsync("/import"),
            FilledTemplate.Workbook(FilledTemplate.Row("Q-1"), FilledTemplate.Row("Q-2", "Internet desa Parittiga"))
        );
        var other = (await api.PostAsync("/api/programs", ApiWithPlan.Proposal(("reference", "Q-1")))).ShouldBe(201);
        (await api.PostAsync($"{other.Location}/cancellation", new { reason = "Batal" })).ShouldBe(200);
        (await CommitAsync(browser, page)).ShouldBe(422).ShouldSay("belum ada yang disimpan");
        Assert.DoesNotContain("Q-2", await ProgramsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_file_to_import_is_said_beside_the_field()
    {
        using var browser = await PlannerAsync();
        var page = await browser.GetAsync("/import?lang=id");
        (await SendAsync(browser, page, [])).ShouldBe(422).ShouldSay("Pilih berkas yang akan diperiksa.");
        (await SendAsync(browser, page, "Judul\nx"u8.ToArray())).ShouldBe(400).ShouldSay("tidak ada; kolomnya: ");
        (await SendAsync(browser, page, Convert.FromHexString("D0CF11E0A1B11AE1")))
            .ShouldBe(400)
            .ShouldSay("tanpa kata sandi");
        var macros = MadeUpWorkbook.Of("").With("xl/vbaProject.bin", "x").Bytes();
        (await SendAsync(browser, page, macros)).ShouldBe(400).ShouldSay("makro");
    }

    [Fact]
    public async Task Whoever_is_no_planner_imports_nothing()
    {
        using var browser = new Browser(api);
        (await browser.GetAsync("/import")).ShouldLeadTo("/sign-in?return=%2Fimport");
        await browser.SignInAsync("admin", TestAccount.AdminPassword);
        (await browser.GetAsync("/import")).ShouldBe(403);
    }

    private async Task<Browser> PlannerAsync()
    {
        await api.ReadyAsync("perencana");
        var browser = new Browser(api);
        (await browser.SignInAsync("perencana", ApiWithAccounts.Password)).ShouldBe(303);
        return browser;
    }

    private static Task<Page> SendAsync(Browser browser, Page page, byte[] file) =>
        browser.SendAsync(page, "/import", file, ("plan", "19-2024"));

    private static Task<Page> CommitAsync(Browser browser, Page page) => browser.SendAsync(page, "/import/commit");

    private async Task<string> ProgramsAsync()
    {
        var last = await api.PostAsync("/api/programs", ApiWithPlan.Proposal());
        return (await api.GetAsync($"/api/programs?format=csv&atLeast={last.Json.GetProperty("position")}")).Text;
    }
}
