using System.Text.Json;
using Coordination.Api.ExamplePlan;
using Coordination.Domain.Programs;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Coordination.Tests.ExampleFile;

namespace Coordination.Tests.Api;

/// <summary>The example's figures against a fold of the file that is written in <see cref="ExampleFile"/>, apart from the Domain.</summary>
public sealed class ExamplePlanTests(ApiWithExample api) : IClassFixture<ApiWithExample>
{
    [Theory]
    [InlineData("2023-12-31")]
    [InlineData("2024-03-31")]
    [InlineData("2024-06-30")]
    [InlineData("2024-12-31")]
    public async Task The_board_of_a_day_shows_the_files_figures_of_that_day(string day)
    {
        var board = (await api.GetAsync($"/api/plans/19-2024/board?asOf={day}")).ShouldBe(200).Json;
        Assert.Equal(
            (8, 96),
            (board.GetProperty("governments").GetArrayLength(), board.GetProperty("cells").GetArrayLength())
        );
        Assert.Equal(day, board.GetProperty("asOf").GetString());
        var active = ExampleFile.All.Where(program => IsPlanned(program, day) && !IsEnded(program, day)).ToList();
        var totals = board.GetProperty("totals");
        Assert.Equal(active.Count, totals.GetProperty("active").GetInt32());
        Assert.Equal(active.Sum(Cost), totals.GetProperty("estimatedCost").GetDecimal());
        Assert.Equal(
            active.Sum(program => Funded(program, day, consolidated: true)),
            totals.GetProperty("funded").GetDecimal()
        );
        Assert.Equal(
            active.Sum(program => Math.Max(0, Cost(program) - Funded(program, day, consolidated: false))),
            totals.GetProperty("fundingGap").GetDecimal()
        );
        var rates = board.GetProperty("implementation").GetProperty("definitions");
        Assert.Equal(
            Math.Round(active.Average(program => Progress(program, day)) / 100, 6, MidpointRounding.AwayFromZero),
            rates.GetProperty("completion").GetDecimal()
        );
        Assert.Equal(
            Math.Round(
                active.Sum(program => Progress(program, day) * Cost(program)) / active.Sum(Cost) / 100,
                6,
                MidpointRounding.AwayFromZero
            ),
            rates.GetProperty("completionByCost").GetDecimal()
        );
    }

    [Fact]
    public async Task The_figures_at_the_end_are_those_agreed_with_the_makers_of_the_file()
    {
        var board = (await api.GetAsync("/api/plans/19-2024/board?asOf=2024-12-31")).ShouldBe(200).Json;
        var totals = board.GetProperty("totals");
        Assert.Equal(
            (131, 32_567_000_000m, 29_122_000_000m, 3_180_000_000m, 0.816107m),
            (
                totals.GetProperty("active").GetInt32(),
                totals.GetProperty("estimatedCost").GetDecimal(),
                totals.GetProperty("funded").GetDecimal(),
                totals.GetProperty("fundingGap").GetDecimal(),
                board.GetProperty("implementation").GetProperty("rate").GetDecimal()
            )
        );
    }

    [Fact]
    public async Task The_eight_rows_and_the_cells_sum_to_the_totals()
    {
        var board = (await api.GetAsync("/api/plans/19-2024/board?asOf=2024-12-31")).ShouldBe(200).Json;
        foreach (var figure in (string[])["programs", "active", "completed", "estimatedCost", "funded", "fundingGap"])
        {
            var total = board.GetProperty("totals").GetProperty(figure).GetDecimal();
            Assert.Equal(
                total,
                board.GetProperty("governments").EnumerateArray().Sum(row => row.GetProperty(figure).GetDecimal())
            );
            Assert.Equal(
                total,
                board.GetProperty("cells").EnumerateArray().Sum(cell => cell.GetProperty(figure).GetDecimal())
            );
        }
    }

    [Fact]
    public async Task Numbers_come_from_the_files_refs_and_the_plan_is_marked_as_an_example()
    {
        var program = (await api.GetAsync("/api/programs/19.03-2024-0A041")).ShouldBe(200).Json;
        Assert.Equal("TTE untuk surat keterangan desa di Kepulauan Pongok", program.GetProperty("title").GetString());
        var plan = (await api.GetAsync("/api/plans/19-2024")).ShouldBe(200).Json;
        Assert.Contains("contoh", plan.GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Equal("open", plan.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Each_relation_of_the_file_is_declared_once()
    {
        var listed = (await api.GetAsync("/api/programs?plan=19-2024&limit=200")).ShouldBe(200).Json;
        var declared = listed
            .GetProperty("items")
            .EnumerateArray()
            .Sum(item => item.GetProperty("relations").GetArrayLength());
        var expected = ExampleFile
            .All.SelectMany(program =>
                program.GetProperty("relations").EnumerateArray().Select(relation => Pair(program, relation))
            )
            .Distinct()
            .Count();
        Assert.Equal(expected, declared);
    }

    [Fact]
    public async Task A_load_that_was_cut_off_goes_on_where_it_stopped()
    {
        var commands = ExampleCommands.All();
        await api.StopAsync();
        await using (var connection = new NpgsqlConnection(api.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            // What a kill leaves: the first events and nothing else, with views that have not got far.
            await using var cut = new NpgsqlCommand(
                """
                delete from coordination.mt_events where seq_id > 300;
                delete from coordination.mt_streams s where not exists (
                    select from coordination.mt_events e where e.stream_id = s.id);
                update coordination.mt_streams s set version = (
                    select max(version) from coordination.mt_events e where e.stream_id = s.id);
                update coordination.mt_doc_exampleload set data = jsonb_set(data, '{isComplete}', 'false');
                truncate coordination.mt_event_progression, coordination.mt_doc_storedboard,
                    coordination.mt_doc_storedprogram, coordination.mt_doc_storedassessment, coordination.mt_doc_storedcoverage,
                    coordination.board_answer,
                    coordination.answered_request, coordination.program_reference;
                """,
                connection
            );
            await cut.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        await api.StartAsync();
        await The_board_of_a_day_shows_the_files_figures_of_that_day("2024-12-31");
        Assert.Equal(commands.Count, await KeyCountAsync());
    }

    [Fact]
    public async Task A_day_ends_at_midnight_in_Jakarta()
    {
        const string id = "19.03-2024-0A041";
        var lastSecond = await RecordAsync(id, 11, new(2025, 1, 10, 16, 59, 59, TimeSpan.Zero));
        var midnight = await RecordAsync(id, 12, new(2025, 1, 10, 17, 0, 0, TimeSpan.Zero));
        Assert.Equal(11, await ProgressAsync(id, "asOf=2025-01-10"));
        Assert.Equal(12, await ProgressAsync(id, "asOf=2025-01-11"));
        Assert.Equal(11, await ProgressAsync(id, "asOf=2025-01-10T16:59:59Z"));
        Assert.Equal(12, await ProgressAsync(id, "asOf=2025-01-10T17:00:00Z"));
        var board = (await api.GetAsync($"/api/plans/19-2024/board?position={midnight}")).ShouldBe(200).Json;
        Assert.Equal(
            ("2025-01-11", midnight),
            (board.GetProperty("asOf").GetString(), board.GetProperty("position").GetInt64())
        );
        board = (await api.GetAsync($"/api/plans/19-2024/board?position={lastSecond}")).ShouldBe(200).Json;
        Assert.Equal("2025-01-10", board.GetProperty("asOf").GetString());
    }

    private async Task<long> RecordAsync(string id, decimal percent, DateTimeOffset at)
    {
        await using var session = api.Host.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        var stored = session.Events.BuildEvent(
            new ProgressReported("19-2024", "19.03", percent, new(2024, 12, 31), null, null, null)
        );
        stored.Timestamp = at;
        session.Events.Append(id, stored);
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        return stored.Sequence;
    }

    private async Task<decimal> ProgressAsync(string id, string query) =>
        (await api.GetAsync($"/api/programs/{id}?{query}"))
            .ShouldBe(200)
            .Json.GetProperty("progressPercent")
            .GetDecimal();

    private async Task<long> KeyCountAsync()
    {
        await using var connection = new NpgsqlConnection(api.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = new NpgsqlCommand(
            "select count(distinct headers->>'idempotencyKey') from coordination.mt_events where user_name = 'contoh'",
            connection
        );
        return (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static string Pair(JsonElement program, JsonElement relation)
    {
        string[] ends = [program.GetProperty("ref").GetString()!, relation.GetProperty("ref").GetString()!];
        var kind = relation.GetProperty("kind").GetString();
        IEnumerable<string> inOrder = kind == "follows" ? ends : ends.Order(StringComparer.Ordinal);
        return $"{kind} {string.Join(' ', inOrder)}";
    }
}
