using System.Text.RegularExpressions;
using Coordination.Tests.Api;
using Coordination.Tests.Security;

namespace Coordination.Tests.Pages;

/// <summary>The planner's pages: list, detail, the proposal with its check, and the short forms, with the rights of the account.</summary>
public sealed partial class ProgramPagesTests(ApiWithAccounts api) : IClassFixture<ApiWithAccounts>
{
    private static readonly (string Name, string Value)[] Proposal =
    [
        ("priority", "cyber-security"),
        ("title", "Pelatihan keamanan siber aparatur desa"),
        ("description", "Pelatihan dua hari bagi operator desa."),
        ("leadAgency", "Dinas Komunikasi dan Informatika"),
        ("locations", "19.05.01"),
        ("schedule.start", "2024-03-01"),
        ("schedule.end", "2024-06-30"),
        ("estimatedCost", "Rp 50.000.000"),
        ("output.indicator", "Peserta lulus"),
        ("output.target", "40"),
        ("output.unit", "orang"),
        ("spbeIndicators.number", "17"),
        ("spbeIndicators.level", "3"),
        ("step", "check"),
    ];

    [Fact]
    public async Task A_proposal_is_checked_first_then_stored_once_however_often_it_is_sent()
    {
        using var browser = await PlannerAsync("usul.sekali");
        var before = await api.EventCountAsync();
        var shown = await browser.GetAsync("/programs/new");
        shown.ShouldBe(200).ShouldSay("Kabupaten Bangka Barat").ShouldSay("Simpang Teritip");
        var check = (await browser.PostAsync("/programs/new", Fields(shown, Proposal))).ShouldBe(200);
        check.ShouldSay("Belum tersimpan: baca, lalu kirim").ShouldSay("value=\"Rp 50.000.000\"");
        Assert.Equal(before, await api.EventCountAsync());

        var send = Fields(check, [.. Proposal[..^1], ("step", "send")]);
        var sent = (await browser.PostAsync("/programs/new", send)).ShouldBe(303);
        Assert.Equal(sent.Location, (await browser.PostAsync("/programs/new", send)).ShouldBe(303).Location);
        Assert.Equal(before + 1, await api.EventCountAsync());
        var page = (await browser.GetAsync(sent.Location!)).ShouldBe(200);
        page.ShouldSay("Tersimpan: Usulan program.").ShouldSay("Rp50.000.000").ShouldSay("Program diusulkan");
    }

    [Fact]
    public async Task What_is_sent_is_what_was_checked()
    {
        using var browser = await PlannerAsync("usul.periksa");
        var before = await api.EventCountAsync();
        var shown = await browser.GetAsync("/programs/new");
        (await browser.PostAsync("/programs/new", Fields(shown, [.. Proposal[..^1], ("step", "send")])))
            .ShouldBe(200)
            .ShouldSay("Belum tersimpan");
        Assert.Equal(before, await api.EventCountAsync());
    }

    [Fact]
    public async Task Likely_overlaps_are_said_before_anything_is_stored()
    {
        using var browser = await PlannerAsync("usul.ganda");
        var planned = await api.PostAsync(
            "/api/programs",
            ApiWithPlan.Proposal(("title", "Pelatihan sandi dan siber perangkat desa Mentok"))
        );
        await api.BoardAfterAsync(planned.ShouldBe(201));
        var id = planned.Json.GetProperty("id").GetString();
        var shown = await browser.GetAsync("/programs/new");
        (string, string)[] same = [.. Proposal, ("title", "Pelatihan sandi dan siber perangkat desa Mentok")];
        (await browser.PostAsync("/programs/new", Fields(shown, same)))
            .ShouldBe(200)
            .ShouldSay("Tumpang tindih")
            .ShouldSay($"href=\"/programs/{id}\"");
    }

    [Theory]
    [InlineData("title", "ab", "Panjang teks tidak sesuai")]
    [InlineData("estimatedCost", "lima puluh juta", "Jumlah tidak terbaca.")]
    [InlineData("estimatedCost", "0", "Jumlah harus rupiah bulat di atas 0")]
    [InlineData("estimatedCost", "", "Isi bagian ini.")]
    [InlineData("schedule.start", "2023-03-01", "Tanggal harus dalam tahun rencana")]
    [InlineData("priority", "<b>", "Pilih salah satu dari daftar.")]
    [InlineData("output.target", "1.000", "dapat dibaca dengan dua cara")]
    [InlineData("locations", "19.01.01", "Ada lokasi di luar wilayah")]
    public async Task What_is_wrong_is_said_beside_the_field_and_in_the_summary_and_all_is_kept(
        string field,
        string value,
        string says
    )
    {
        using var browser = await PlannerAsync("usul.salah");
        var shown = await browser.GetAsync("/programs/new");
        var page = await browser.PostAsync("/programs/new", Fields(shown, [.. Proposal, (field, value)]));
        page.ShouldBe(422).ShouldSay(says).ShouldSay($"<a href=\"#{field}\">").ShouldSay("Pelatihan dua hari bagi");
        Assert.Equal(2, Regex.Count(page.Html, Regex.Escape(says), RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_short_form_brings_its_command_once_and_the_page_shows_it()
    {
        using var browser = await PlannerAsync("lapor.maju");
        var id = await api.PlanProgramAsync();
        var form = (await browser.GetAsync($"/programs/{id}/progress")).ShouldBe(200);
        var bad = await browser.PostAsync(
            $"/programs/{id}/progress",
            Fields(form, ("percent", "140"), ("asOf", "2024-05-31"))
        );
        bad.ShouldBe(422).ShouldSay("Persen harus 0 sampai 100").ShouldSay("value=\"140\"");
        var good = Fields(form, ("percent", "37,5"), ("asOf", "2024-05-31"), ("note", "Tahap <b>satu</b>"));
        var sent = (await browser.PostAsync($"/programs/{id}/progress", good)).ShouldBe(303);
        (await browser.PostAsync($"/programs/{id}/progress", good)).ShouldLeadTo(sent.Location!);
        var page = (await browser.GetAsync(sent.Location!)).ShouldBe(200).ShouldSay("Tersimpan: Laporkan kemajuan.");
        Assert.Contains("Tahap &lt;b&gt;satu&lt;/b&gt;", page.Html, StringComparison.Ordinal);
        var program = (await api.GetAsync($"/api/programs/{id}")).ShouldBe(200).Json;
        Assert.Equal(37.5m, program.GetProperty("progressPercent").GetDecimal());
        Assert.Equal(1, program.GetProperty("progress").GetArrayLength());
    }

    [Fact]
    public async Task Only_what_the_account_may_do_is_shown_and_done()
    {
        using var planner = await PlannerAsync("hanya.rencana");
        var (own, other) = (
            await api.PlanProgramAsync(),
            await api.PlanProgramAsync(("government", "19.01"), ("locations", new[] { "19.01.01" }))
        );
        (await planner.GetAsync($"/programs/{own}")).ShouldSay($"/programs/{own}/progress");
        var page = await planner.GetAsync($"/programs/{own}");
        Assert.DoesNotContain($"/programs/{own}/funding", page.Html, StringComparison.Ordinal);
        page = (await planner.GetAsync($"/programs/{other}")).ShouldBe(200);
        Assert.DoesNotContain($"/programs/{other}/progress", page.Html, StringComparison.Ordinal);
        (await planner.GetAsync($"/programs/{other}/progress")).ShouldBe(403);
        (await planner.GetAsync($"/programs/{own}/funding")).ShouldBe(403);
        var form = await planner.GetAsync($"/programs/{own}/progress");
        (
            await planner.PostAsync(
                $"/programs/{other}/progress",
                Fields(form, ("percent", "10"), ("asOf", "2024-05-31"))
            )
        ).ShouldBe(403);
        (await planner.GetAsync("/programs/19.05-2024-ZZZZZ")).ShouldBe(404);
        (await planner.GetAsync("/programs/%27;drop")).ShouldBe(404);
    }

    [Fact]
    public async Task A_budget_officer_sets_a_line_and_records_what_is_paid_from_it()
    {
        await api.ReadyAsync("anggaran.babar", new { role = "budget-officer", government = "19.05" });
        using var browser = new Browser(api);
        await browser.SignInAsync("anggaran.babar", ApiWithAccounts.Password);
        var id = await api.PlanProgramAsync();
        var form = (await browser.GetAsync($"/programs/{id}/funding")).ShouldBe(200);
        (string, string)[] line = [("source", "APBD-KABKOTA"), ("stage", "allocated"), ("amount", "30.000.000")];
        (await browser.PostAsync($"/programs/{id}/funding", Fields(form, [.. line, ("document.kind", "DPA")])))
            .ShouldBe(422)
            .ShouldSay("<a href=\"#document.number\">");
        (string, string)[] whole =
        [
            .. line,
            ("document.kind", "DPA"),
            ("document.number", "914/12"),
            ("document.date", "2024-01-05"),
        ];
        (await browser.PostAsync($"/programs/{id}/funding", Fields(form, whole))).ShouldBe(303);
        form = (await browser.GetAsync($"/programs/{id}/realisations")).ShouldBe(200).ShouldSay("Rp30.000.000");
        (
            await browser.PostAsync(
                $"/programs/{id}/realisations",
                Fields(form, ("line", "1"), ("amount", "12.500.000,50"), ("date", "2024-05-02"))
            )
        ).ShouldBe(303);
        (await browser.GetAsync($"/programs/{id}"))
            .ShouldSay("Rp12.500.000,5")
            .ShouldSay($"/programs/{id}/realisations/1/correction");
        (await browser.GetAsync($"/programs/{id}/realisations/1/correction")).ShouldBe(200).ShouldSay("12.500.000,5");
        (await browser.GetAsync($"/programs/{id}/realisations/9/correction")).ShouldLeadTo($"/programs/{id}");
    }

    [Fact]
    public async Task A_revision_starts_from_what_the_program_says_and_needs_a_reason()
    {
        using var browser = await PlannerAsync("ubah.rincian");
        var id = await api.PlanProgramAsync();
        var form = (await browser.GetAsync($"/programs/{id}/revise")).ShouldBe(200);
        form.ShouldSay("value=\"50.000.000\"").ShouldSay("value=\"2024-03-01\"");
        (await browser.PostAsync($"/programs/{id}/revise", Fields(form, Proposal)))
            .ShouldBe(422)
            .ShouldSay("<a href=\"#reason\">");
        (
            await browser.PostAsync(
                $"/programs/{id}/revise",
                Fields(form, [.. Proposal, ("title", "Judul yang baru sekali"), ("reason", "Hasil desk")])
            )
        ).ShouldBe(303);
        (await browser.GetAsync($"/programs/{id}"))
            .ShouldSay("Judul yang baru sekali")
            .ShouldSay("<del>Pelatihan keamanan siber aparatur desa</del>")
            .ShouldSay("Hasil desk");
    }

    [Fact]
    public async Task The_list_is_filtered_by_its_address_and_goes_on_page_by_page()
    {
        using var browser = await PlannerAsync("baca.daftar");
        var ids = new List<string>();
        for (var i = 0; i < 51; i++)
            ids.Add(
                await api.PlanProgramAsync(
                    ("title", $"Daftar panjang nomor {i}"),
                    ("description", "Berbeda-beda saja.")
                )
            );
        var last = await api.PostAsync($"/api/programs/{ids[0]}/cancellation", new { reason = "Ganda" });
        (await api.BoardAfterAsync(last)).GetProperty("position");
        var first = (await browser.GetAsync("/programs?q=daftar+panjang&government=&status=")).ShouldBe(200);
        Assert.Equal(50, RowOf().Count(first.Html));
        var next = System.Net.WebUtility.HtmlDecode(NextOf().Match(first.Html).Groups["path"].Value);
        Assert.Equal(1, RowOf().Count((await browser.GetAsync(next)).ShouldBe(200).Html));
        var cancelled = await browser.GetAsync("/programs?q=daftar+panjang&status=cancelled");
        Assert.Equal(1, RowOf().Count(cancelled.ShouldSay(ids[0]).ShouldSay("Dibatalkan").Html));
        (await browser.GetAsync("/programs?q=tidak+ada+yang+begini"))
            .ShouldBe(200)
            .ShouldSay("Tidak ada program yang cocok");
        (await browser.GetAsync("/programs?location=99")).ShouldBe(400).ShouldSay("<a href=\"#location\">");
        var table = await browser.GetAsync("/programs.csv?q=daftar+panjang&plan=19-2024");
        Assert.Equal((200, "text/csv", 52), (table.Status, table.ContentType, table.Html.TrimEnd().Split('\n').Length));
    }

    private async Task<Browser> PlannerAsync(string name)
    {
        await api.ReadyAsync(name);
        var browser = new Browser(api);
        (await browser.SignInAsync(name, ApiWithAccounts.Password)).ShouldBe(303);
        return browser;
    }

    /// <summary>The hidden fields of a page's last form, and what somebody types.</summary>
    private static Dictionary<string, string> Fields(Page page, params (string Name, string Value)[] typed)
    {
        var fields = Browser.HiddenOf(page);
        foreach (var (name, value) in typed)
            fields[name] = value;
        return fields;
    }

    [GeneratedRegex("<th scope=\"row\">", RegexOptions.None, 1000)]
    private static partial Regex RowOf();

    [GeneratedRegex("href=\"(?<path>[^\"]+)\" rel=\"next\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NextOf();
}
