using System.Net;
using System.Text.RegularExpressions;
using Coordination.Tests.Api;
using Coordination.Tests.Security;

namespace Coordination.Tests.Pages;

/// <summary>A meeting in the browser: called, opened, decided item by item, followed up, closed, and its minutes.</summary>
public sealed partial class MeetingPagesTests(ApiWithAccounts api) : IClassFixture<ApiWithAccounts>
{
    private const string Chair = "koordinator.rapat";

    private static readonly (string, string)[] Call =
    [
        ("plan", "19-2024"),
        ("title", "Rapat koordinasi SPBE <i>triwulan</i>"),
        ("date", "2024-06-19"),
        ("time", "09.00"),
        ("place", "Kantor Gubernur"),
        ("chair", "Sekretaris Daerah"),
    ];

    [Fact]
    public async Task A_meeting_is_called_once_however_often_its_form_is_sent()
    {
        using var browser = await ChairAsync();
        var form = (await browser.GetAsync("/meetings/new?plan=19-2024")).ShouldBe(200);
        (await SendAsync(browser, form, "/meetings/new", [.. Call, ("date", "besok"), ("place", "")]))
            .ShouldBe(422)
            .ShouldSay("<a href=\"#date\">Tanggal tidak terbaca")
            .ShouldSay("<a href=\"#place\">Tempat: Isi bagian ini.")
            .ShouldSay("value=\"Sekretaris Daerah\"");
        (await SendAsync(browser, form, "/meetings/new", [.. Call, ("chair", "x")]))
            .ShouldBe(422)
            .ShouldSay("<a href=\"#chair\">Panjang teks tidak sesuai");
        var before = await api.EventCountAsync();
        var sent = (await SendAsync(browser, form, "/meetings/new", Call)).ShouldBe(303);
        (await SendAsync(browser, form, "/meetings/new", Call)).ShouldLeadTo(sent.Location!);
        Assert.Equal(before + 1, await api.EventCountAsync());
        var page = (await browser.GetAsync(sent.Location!))
            .ShouldBe(200)
            .ShouldSay("Tersimpan: Jadwalkan rapat.")
            .ShouldSay("19 Jun 2024, 09.00 WIB")
            .ShouldSay("Agenda (");
        Assert.Contains("&lt;i&gt;triwulan", page.Html, StringComparison.Ordinal);
        (await browser.GetAsync("/meetings")).ShouldBe(200).ShouldSay("Rapat koordinasi SPBE <i>");
        var feed = await browser.GetAsync("/meetings.ics?plan=19-2024");
        Assert.Equal((200, "text/calendar"), (feed.Status, feed.ContentType));
        var table = await browser.GetAsync("/meetings.csv?plan=19-2024");
        Assert.Equal((200, "text/csv"), (table.Status, table.ContentType));
    }

    [Fact]
    public async Task A_recommended_decision_shows_its_effect_first_and_is_taken_once()
    {
        var (program, other) = await OverlapAsync("Aplikasi pelaporan jalan rusak warga");
        using var browser = await ChairAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        var path = await ItemOfAsync(browser, meeting, program);
        var page = (await browser.GetAsync(path))
            .ShouldBe(200)
            .ShouldSay("Tumpang tindih")
            .ShouldSay("Anjuran: Gabungkan program")
            .ShouldSay("Temuan ini hilang.")
            .ShouldSay("Menindaklanjuti temuan: Tumpang tindih");
        var kept = KeptOf().Match(page.Html).Groups["id"].Value;
        (program, other) = kept == program ? (program, other) : (other, program);
        var before = await api.EventCountAsync();
        (await SendAsync(browser, page, path, How(program, ("reason", ""), ("objections", "Kominfo: <b>pagu</b>"))))
            .ShouldBe(422)
            .ShouldSay("<a href=\"#reason\">Alasan: Isi bagian ini.");
        Assert.Equal(before, await api.EventCountAsync());

        (string, string)[] decision = How(program, ("objections", "Kominfo: pagu\r\nBappeda: jadwal"));
        (await SendAsync(browser, page, path, decision)).ShouldLeadTo($"{path}?done=recordDecision");
        var after = await api.EventCountAsync();
        (await SendAsync(browser, page, path, decision)).ShouldLeadTo($"{path}?done=recordDecision");
        Assert.Equal(after, await api.EventCountAsync());
        (await browser.GetAsync(path))
            .ShouldSay("Sudah berlaku")
            .ShouldSay("Keberatan: Bappeda: jadwal")
            .ShouldSay("Temuan ini sudah tidak ada.");
        Assert.Equal("merged", (await api.GetAsync($"/api/programs/{other}")).Json.GetProperty("status").GetString());
        (await browser.GetAsync($"/programs/{other}")).ShouldSay($"Program ini sudah digabung ke {program}.");
    }

    [Fact]
    public async Task What_is_decided_is_what_was_tried()
    {
        var (program, other) = await OverlapAsync("Sistem antrean puskesmas daring");
        using var browser = await ChairAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        var path = await ItemOfAsync(browser, meeting, program);
        var page = await browser.GetAsync($"{path}?kind=defer");
        var before = await api.EventCountAsync();
        page = (
            await SendAsync(browser, page, path, How(other, ("program", other), ("toYear", "2025"), ("step", "check")))
        )
            .ShouldBe(200)
            .ShouldSay($"({other}): Ditunda");
        (await SendAsync(browser, page, path, How(other, ("program", other), ("toYear", "2026"))))
            .ShouldBe(200)
            .ShouldSay("value=\"2026\"");
        Assert.Equal(before, await api.EventCountAsync());
        (await SendAsync(browser, page, path, How(other, ("program", other), ("toYear", "2024"), ("step", "check"))))
            .ShouldBe(422)
            .ShouldSay("<a href=\"#toYear\">Tahun harus setelah tahun rencana");
    }

    [Fact]
    public async Task Every_kind_of_decision_has_a_form_that_can_be_read()
    {
        using var browser = await ChairAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        var path = $"/meetings/{meeting.Id}/decisions";
        foreach (var kind in Kinds().Where(kind => kind != "accept"))
        {
            var page = (await browser.GetAsync($"{path}?kind={kind}&government=19.05")).ShouldBe(200);
            (await SendAsync(browser, page, path, ("step", "check"))).ShouldBe(422).ShouldSay("Isi bagian ini.");
        }
        (await browser.GetAsync($"{path}?kind=adopt")).ShouldBe(200).ShouldSay("Kabupaten Bangka Barat");
        var target = await browser.GetAsync($"{path}?kind=set-target");
        (string, string)[] set = [("rate", "82,5"), ("definition", "maturity"), .. How("", ("reason", "Kesepakatan"))];
        target = (await SendAsync(browser, target, path, [.. set, ("step", "check")])).ShouldBe(200).ShouldSay("82,5%");
        (await SendAsync(browser, target, path, set)).ShouldBe(303);
        (await browser.GetAsync($"/meetings/{meeting.Id}")).ShouldSay("Ubah target rencana menjadi 82,5%.");
        var plan = (await api.GetAsync("/api/plans/19-2024")).Json.GetProperty("target");
        Assert.Equal(0.825m, plan.GetProperty("rate").GetDecimal());
    }

    [Fact]
    public async Task A_gap_is_filled_with_a_program_that_the_meeting_proposes()
    {
        using var browser = await ChairAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        var path = $"/meetings/{meeting.Id}/decisions";
        var form = await browser.GetAsync($"{path}?kind=adopt&government=19.71");
        (string, string)[] draft =
        [
            ("priority", "one-data"),
            ("title", "Satu peta data sektoral Pangkalpinang"),
            ("description", "Katalog data sektoral kota."),
            ("leadAgency", "Diskominfo"),
            ("locations", "19.71"),
            ("schedule.start", "2024-08-01"),
            ("schedule.end", "2024-12-31"),
            ("estimatedCost", "250.000.000"),
            ("output.indicator", "Data sektoral"),
            ("output.target", "40"),
            ("output.unit", "data"),
            .. How("", ("reason", "Prioritas ini belum punya program")),
        ];
        (await SendAsync(browser, form, path, [.. draft, ("locations", "19.01"), ("step", "check")]))
            .ShouldBe(422)
            .ShouldSay("<a href=\"#locations\">Ada lokasi di luar wilayah");
        form = (await SendAsync(browser, form, path, [.. draft, ("step", "check")]))
            .ShouldBe(200)
            .ShouldSay("Program baru: Satu peta data sektoral Pangkalpinang");
        (await SendAsync(browser, form, path, draft)).ShouldBe(303);
        var number = (await meeting.ShowAsync()).GetProperty("decisions")[0].GetProperty("newProgram").GetString();
        (await browser.GetAsync($"/programs/{number}")).ShouldBe(200).ShouldSay("Satu peta data sektoral");
    }

    [Fact]
    public async Task What_has_changed_since_the_basis_is_said_and_the_basis_can_be_renewed()
    {
        var program = await api.PlanProgramAsync(("title", "Portal pengaduan layanan air bersih"));
        using var browser = await ChairAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        (await api.PostAsync($"/api/programs/{program}/progress", new { percent = 10, asOf = "2024-05-01" })).ShouldBe(
            200
        );
        var path = $"/meetings/{meeting.Id}/decisions";
        (string, string)[] cancel = [("program", program), .. How("", ("reason", "Sudah ada di provinsi"))];
        var page = await browser.GetAsync($"{path}?kind=cancel");
        page = (await SendAsync(browser, page, path, [.. cancel, ("step", "check")])).ShouldBe(200);
        (await SendAsync(browser, page, path, cancel))
            .ShouldBe(409)
            .ShouldSay("Ada yang berubah sejak dasar rapat")
            .ShouldSay("progress_reported pada posisi")
            .ShouldSay("Sudah ada di provinsi");
        var basis = await browser.GetAsync($"/meetings/{meeting.Id}/basis");
        (await SendAsync(browser, basis, $"/meetings/{meeting.Id}/basis", ("reason", "Laporan dibacakan"))).ShouldBe(
            303
        );
        (await SendAsync(browser, page, path, cancel)).ShouldBe(303);
    }

    [Fact]
    public async Task A_decision_that_failed_says_why_and_is_retried_with_a_button()
    {
        var program = await api.PlanProgramAsync(("title", "Kios informasi pelabuhan Muntok"));
        using var browser = await ChairAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        await ExecuteAsync(
            "create or replace function coordination.refuse() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$"
        );
        await ExecuteAsync(
            "create trigger refuse before insert on coordination.mt_events for each row when (new.type = 'program_cancelled') execute function coordination.refuse()"
        );
        await meeting.DecideAsync(MeetingRun.Cancellation(program));
        await ExecuteAsync("drop trigger refuse on coordination.mt_events");
        var page = (await browser.GetAsync($"/meetings/{meeting.Id}"))
            .ShouldSay("Gagal diterapkan")
            .ShouldSay("has changed nothing");
        (await SendAsync(browser, page, $"/meetings/{meeting.Id}/decisions/1/retry")).ShouldLeadTo(
            $"/meetings/{meeting.Id}?done=retryDecision"
        );
        (await browser.GetAsync($"/meetings/{meeting.Id}")).ShouldSay("Sudah berlaku");
    }

    [Fact]
    public async Task Attendance_and_agenda_are_said_anew_and_what_is_wrong_stands_beside_its_row()
    {
        using var browser = await ChairAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        var path = $"/meetings/{meeting.Id}/attendance";
        var page = (await browser.GetAsync(path)).ShouldBe(200);
        (string, string)[] people =
        [
            ("name", ""),
            ("office", ""),
            ("government", "19"),
            ("name", "Sri Wahyuni"),
            ("office", "x"),
            ("government", "19.05"),
        ];
        (await SendAsync(browser, page, path, people))
            .ShouldBe(422)
            .ShouldSay("<a href=\"#attendees[0].office\">")
            .ShouldSay("value=\"Sri Wahyuni\"");
        (await SendAsync(browser, page, path, [.. people[..4], ("office", "Kepala Dinas"), people[5]])).ShouldBe(303);
        (await browser.GetAsync($"/meetings/{meeting.Id}"))
            .ShouldSay("Sri Wahyuni")
            .ShouldSay("Belum tercatat: Provinsi Kepulauan Bangka Belitung");

        path = $"/meetings/{meeting.Id}/agenda";
        page = (await browser.GetAsync(path)).ShouldBe(200);
        (string, string)[] items =
        [
            ("order", "2"),
            ("topic", "Kedua"),
            ("order", "1"),
            ("topic", "Pertama"),
            ("topic", ""),
        ];
        (await SendAsync(browser, page, path)).ShouldBe(303);
        (await browser.GetAsync($"/meetings/{meeting.Id}")).ShouldSay("Agenda kosong");
        page = await browser.GetAsync(path);
        (await SendAsync(browser, page, path, items)).ShouldBe(303);
        var topics = (await meeting.ShowAsync())
            .GetProperty("agenda")
            .EnumerateArray()
            .Select(item => item.GetProperty("topic").GetString());
        Assert.Equal(["Pertama", "Kedua"], topics);
    }

    [Fact]
    public async Task A_follow_up_is_given_from_its_item_reported_and_checked()
    {
        var (program, _) = await OverlapAsync("Pusat kendali lampu jalan pintar");
        using var browser = await ChairAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        var item = await ItemOfAsync(browser, meeting, program);
        var path = $"/meetings/{meeting.Id}/follow-ups";
        var form = (await browser.GetAsync($"{path}?item={item.Split('/')[^1]}")).ShouldBe(200);
        (string, string)[] given =
        [
            ("text", "Sepakati siapa yang meneruskan"),
            ("owner", "Kepala Bidang"),
            ("agency", "Diskominfo"),
            ("government", "19.05"),
            ("due", "2099-12-31"),
        ];
        (await SendAsync(browser, form, path, [.. given, ("expects", "program-progress")]))
            .ShouldBe(422)
            .ShouldSay("<a href=\"#percent\">Kemajuan yang diharapkan (%): Isi bagian ini.")
            .ShouldSay("Sepakati siapa");
        (await SendAsync(browser, form, path, [.. given, ("due", "2020-01-01"), ("expects", "finding-closed")]))
            .ShouldBe(422)
            .ShouldSay("<a href=\"#due\">Batas waktu tidak boleh sebelum rapat.");
        (await SendAsync(browser, form, path, [.. given, ("expects", "finding-closed")])).ShouldLeadTo(
            $"{item}?done=assignFollowUp"
        );
        (await browser.GetAsync(item)).ShouldSay("Diperiksa otomatis: temuan tertutup (Tumpang tindih).");
        (await browser.GetAsync("/meetings")).ShouldSay("Sepakati siapa yang meneruskan");

        using var planner = await PersonAsync("pelapor.babar", new { role = "planner", government = "19.05" });
        (await planner.GetAsync("/meetings")).ShouldSay($"{path}/1/report");
        var report = (await planner.GetAsync($"{path}/1/report")).ShouldBe(200).ShouldSay("Sepakati siapa");
        (await SendAsync(planner, report, $"{path}/1/report", ("text", "Sudah disepakati"), ("done", "true"))).ShouldBe(
            303
        );
        for (var tries = 0; tries < 100; tries++)
            if (
                (await planner.GetAsync($"/meetings/{meeting.Id}")).Html.Contains(
                    "Laporan tidak sesuai",
                    StringComparison.Ordinal
                )
            )
                return;
            else
                await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Fail("What was reported was not held against the plan.");
    }

    [Fact]
    public async Task Minutes_are_a_draft_until_the_meeting_is_closed_and_then_verified_with_their_addenda()
    {
        var program = await api.PlanProgramAsync(("title", "Layar informasi bandara Depati Amir"));
        using var browser = await ChairAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        await meeting.DecideAsync(MeetingRun.Cancellation(program));
        (await browser.GetAsync($"/minutes/{meeting.Id}")).ShouldBe(200).ShouldSay("Konsep: rapat masih berlangsung.");
        var closing = $"/meetings/{meeting.Id}/closing";
        var form = (await browser.GetAsync(closing)).ShouldBe(200).ShouldSay("tidak dapat diubah");
        (await SendAsync(browser, form, closing)).ShouldBe(303);
        (await SendAsync(browser, form, closing)).ShouldBe(303);
        var digest = (await meeting.ShowAsync()).GetProperty("digest").GetString()!;
        (await browser.GetAsync($"/minutes/{meeting.Id}"))
            .ShouldSay(digest)
            .ShouldSay("Utuh: segel cocok")
            .ShouldSay($"Program dibatalkan: {program}, posisi")
            .ShouldSay("Kepala rantai peristiwa");
        (await browser.GetAsync("/minutes")).ShouldSay(digest[..12]);
        var sealedText = await browser.GetAsync($"/minutes/{meeting.Id}/sealed");
        Assert.Equal((200, "text/plain"), (sealedText.Status, sealedText.ContentType));

        var path = $"/meetings/{meeting.Id}/addenda";
        form = await browser.GetAsync(path);
        (await SendAsync(browser, form, path, ("text", "x"))).ShouldBe(422).ShouldSay("<a href=\"#text\">");
        (await SendAsync(browser, form, path, ("text", "Daftar hadir diperbaiki"))).ShouldBe(303);
        (await SendAsync(browser, form, path, ("text", "Daftar hadir diperbaiki"))).ShouldBe(303);
        Assert.Equal(1, (await meeting.ShowAsync()).GetProperty("addenda").GetInt32());
        (await browser.GetAsync($"/minutes/{meeting.Id}")).ShouldSay("Daftar hadir diperbaiki").ShouldSay("Utuh");
        await ExecuteAsync(
            $"update coordination.mt_events set data = jsonb_set(data, '{{decision,reason}}', '\"Lain\"') where type = 'decision_recorded' and stream_id = 'meeting-{meeting.Id}'"
        );
        (await browser.GetAsync($"/minutes/{meeting.Id}"))
            .ShouldSay("Tidak utuh")
            .ShouldSay("decisions[0].decision.reason");
    }

    [Fact]
    public async Task Readers_see_everything_and_are_offered_nothing()
    {
        var (program, _) = await OverlapAsync("Loket elektronik izin nelayan");
        using var chair = await ChairAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        var item = await ItemOfAsync(chair, meeting, program);
        using var reader = await PersonAsync("pembaca.rapat", new { role = "viewer", government = "19.01" });
        foreach (
            var path in (string[])["/meetings", $"/meetings/{meeting.Id}", item, $"/minutes/{meeting.Id}", "/minutes"]
        )
        {
            var page = (await reader.GetAsync(path)).ShouldBe(200);
            Assert.DoesNotContain("method=\"post\" action=\"/meetings", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("/closing", page.Html, StringComparison.Ordinal);
        }
        (await reader.GetAsync(item)).ShouldSay("Temuan ini hilang.");
        foreach (
            var step in (string[])["agenda", "attendance", "decisions", "follow-ups", "basis", "closing", "addenda"]
        )
            (await reader.GetAsync($"/meetings/{meeting.Id}/{step}")).ShouldBe(403);
        var form = await chair.GetAsync(item);
        var before = await api.EventCountAsync();
        var token = Browser.HiddenOf(await reader.GetAsync("/account"));
        var fields = Browser.HiddenOf(form);
        fields["__RequestVerificationToken"] = token["__RequestVerificationToken"];
        (await reader.PostAsync(item, fields)).ShouldBe(403);
        Assert.Equal(before, await api.EventCountAsync());
        (await reader.GetAsync("/meetings/19-2024-999")).ShouldBe(404);
        (await reader.GetAsync($"/meetings/{meeting.Id}/items/9999")).ShouldBe(404);
        (await reader.GetAsync("/minutes/19-2024-999")).ShouldBe(404);
    }

    [Fact]
    public async Task On_the_wall_each_screen_has_one_thing_and_at_most_seven_rows()
    {
        await OverlapAsync("Aplikasi retribusi pasar ikan");
        using var browser = await ChairAsync();
        var meeting = await MeetingRun.OpenAsync(api);
        var next = $"/meetings/{meeting.Id}?mode=wall";
        var screens = 0;
        for (; next is not null; screens++)
        {
            var page = (await browser.GetAsync(next)).ShouldBe(200).ShouldSay("class=\"wall\"");
            var hasChart = page.Html.Contains("class=\"bars\"", StringComparison.Ordinal);
            Assert.InRange(hasChart ? 1 : RowOf().Count(page.Html), 0, 7);
            Assert.DoesNotContain("<nav aria-label=\"Menu utama\">", page.Html, StringComparison.Ordinal);
            next = NextOf().Match(page.Html) is { Success: true } link
                ? WebUtility.HtmlDecode(link.Groups["path"].Value)
                : null;
        }
        var agenda = (await meeting.ShowAsync()).GetProperty("agenda").GetArrayLength();
        Assert.Equal(2 + (agenda + 6) / 7 + 2 * agenda, screens);
        (await browser.GetAsync($"/meetings/{meeting.Id}?mode=wall&screen=9999")).ShouldBe(200);
    }

    [Fact]
    public async Task Where_there_is_nothing_yet_it_is_said_why_and_what_comes_next()
    {
        using var browser = await ChairAsync();
        (await browser.GetAsync("/meetings?plan=19-2023"))
            .ShouldBe(200)
            .ShouldSay("Belum ada rapat koordinasi. Jadwalkan rapat")
            .ShouldSay("Belum ada tindak lanjut.");
        (await browser.GetAsync("/minutes?plan=19-2023")).ShouldSay("belum ada rapat yang ditutup");
        using var reader = await PersonAsync("pembaca.kosong", new { role = "viewer", government = "19.01" });
        (await reader.GetAsync("/meetings?plan=19-2023")).ShouldSay("Koordinator provinsi menjadwalkannya.");
        (await reader.GetAsync("/meetings?plan=19-1999")).ShouldBe(404);
        (await reader.GetAsync("/meetings?plan=19-2023&lang=en")).ShouldSay("No coordination meeting has been called");
    }

    /// <summary>Two governments that do the same at the same place and time.</summary>
    private async Task<(string Program, string Other)> OverlapAsync(string title)
    {
        var program = await api.PlanProgramAsync(("title", title), ("description", title));
        var other = await api.PostAsync(
            "/api/programs",
            ApiWithPlan.Proposal(("title", title), ("description", title), ("government", "19"))
        );
        await api.BoardAfterAsync(other.ShouldBe(201));
        return (program, other.Json.GetProperty("id").GetString()!);
    }

    /// <summary>The address of the item that speaks about a program.</summary>
    private static async Task<string> ItemOfAsync(Browser browser, MeetingRun meeting, string program)
    {
        var agenda = (await meeting.ShowAsync()).GetProperty("agenda").GetArrayLength();
        for (var item = 1; item <= agenda; item++)
        {
            var page = await browser.GetAsync($"/meetings/{meeting.Id}/items/{item}");
            if (
                page.Html.Contains("Tumpang tindih", StringComparison.Ordinal)
                && page.Html.Contains(program, StringComparison.Ordinal)
            )
                return $"/meetings/{meeting.Id}/items/{item}";
        }
        throw new InvalidOperationException($"No item of meeting {meeting.Id} speaks about {program}.");
    }

    private static (string, string)[] How(string into, params (string, string)[] more) =>
        [
            ("into", into),
            ("by", "consensus"),
            .. more.Any(field => field.Item1 == "reason") ? [] : new[] { ("reason", "Disepakati rapat") },
            .. more,
            .. more.Any(field => field.Item1 == "step") ? [] : new[] { ("step", "send") },
        ];

    private static IEnumerable<string> Kinds() =>
        [
            "merge",
            "reassign",
            "reschedule",
            "request-apbn",
            "correct-funding",
            "declare-relation",
            "defer",
            "cancel",
            "adopt",
            "accept",
            "set-target",
        ];

    /// <summary>Sends a form of a page; a field that is given again later takes the place of the earlier, but for rows.</summary>
    private static Task<Page> SendAsync(
        Browser browser,
        Page page,
        string action,
        params (string Name, string Value)[] fields
    )
    {
        string[] rows = ["name", "office", "government", "order", "topic"];
        var sent = fields
            .Index()
            .Where(field =>
                rows.Contains(field.Item.Name)
                || !fields.Skip(field.Index + 1).Any(later => later.Name == field.Item.Name)
            )
            .Select(field => field.Item);
        return browser.SendAsync(page, action, null, [.. sent]);
    }

    private Task<Browser> ChairAsync() => PersonAsync(Chair, new { role = "coordinator", government = "19" });

    private async Task<Browser> PersonAsync(string name, object role)
    {
        await api.ReadyAsync(name, role);
        var browser = new Browser(api);
        (await browser.SignInAsync(name, ApiWithAccounts.Password)).ShouldBe(303);
        return browser;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(api.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<li(>| lang)|<tr><th scope=\"row\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowOf();

    [GeneratedRegex("<option value=\"(?<id>[^\"]+-2024-[^\"]+)\" selected", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeptOf();

    [GeneratedRegex("href=\"(?<path>[^\"]+)\" rel=\"next\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NextOf();
}
