using System.Text.Json;
using Coordination.Domain.Programs;
using Coordination.Tests.EmbeddedPostgres;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Api;

/// <summary>The service with plan 19-2024 open, and 19-2023 closed.</summary>
public class ApiWithPlan(TestCluster cluster) : RunningApi(cluster)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (await OpenPlanAsync(2024)).ShouldBe(201);
        (await OpenPlanAsync(2023)).ShouldBe(201);
        var closed = (await PostAsync("/api/plans/19-2023/closing", new { })).ShouldBe(200);
        (await GetAsync($"/api/plans/19-2023/board?atLeast={closed.Json.GetProperty("position")}")).ShouldBe(200);
    }

    public Task<Reply> OpenPlanAsync(int year) =>
        PostAsync(
            "/api/plans",
            new
            {
                province = "19",
                year,
                target = new { rate = 0.8, definition = "completion" },
            }
        );

    /// <summary>A program as a planner of Bangka Barat would propose it; change what the test is about.</summary>
    public static IDictionary<string, object?> Proposal(params (string Member, object? Value)[] changes)
    {
        var proposal = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["plan"] = "19-2024",
            ["government"] = "19.05",
            ["priority"] = "cyber-security",
            ["title"] = "Pelatihan keamanan siber aparatur desa",
            ["description"] = "Pelatihan dua hari bagi operator desa.",
            ["locations"] = new[] { "19.05.01" },
            ["output"] = new
            {
                indicator = "Peserta lulus",
                target = 40,
                unit = "orang",
            },
            ["spbeIndicators"] = new[] { new { number = 17, level = 3 } },
            ["schedule"] = new { start = "2024-03-01", end = "2024-06-30" },
            ["estimatedCost"] = 50_000_000,
            ["leadAgency"] = "Dinas Komunikasi dan Informatika",
        };
        foreach (var (member, value) in changes)
            proposal[member] = value;
        return proposal;
    }

    public static object Document { get; } = new
    {
        kind = "DPA",
        number = "914/12",
        date = "2024-01-05",
    };

    public static object Allocated(decimal amount) =>
        new
        {
            source = "APBD-KABKOTA",
            stage = "allocated",
            amount,
            document = Document,
        };

    public async Task<string> PlanProgramAsync(params (string Member, object? Value)[] changes) =>
        (await PostAsync("/api/programs", Proposal(changes))).ShouldBe(201).Json.GetProperty("id").GetString()!;

    /// <summary>The board once it has seen what a command has left.</summary>
    public async Task<JsonElement> BoardAfterAsync(Reply command) =>
        (await GetAsync($"/api/plans/19-2024/board?atLeast={command.Json.GetProperty("position")}")).ShouldBe(200).Json;

    /// <summary>Leaves what a command leaves that has read the plan as open and commits after its closing.</summary>
    public async Task RaceWithClosingAsync(string id)
    {
        await using var session = Host.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Events.Append(
            id,
            new ProgressReported(ProgramNumber.PlanOf(id), "19.05", 5, new(2024, 5, 1), null, null, null)
        );
        await session.SaveChangesAsync();
    }

    public async Task<long> EventCountAsync()
    {
        await using var connection = new Npgsql.NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select count(*) from coordination.mt_events", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
