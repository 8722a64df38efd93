using Coordination.Tests.Api;

namespace Coordination.Tests.Security;

/// <summary>A planner of 19.05 cannot change a program of another government by any route.</summary>
public sealed class OtherGovernmentTests(ApiWithCallers api) : IClassFixture<ApiWithCallers>
{
    private const string Planner = "planner-19.05";
    private const string OtherPlanner = "planner-19.01";
    private const string Coordinator = "coordinator-19";
    private static readonly object Progress = new { percent = 10, asOf = "2024-05-01" };
    private static readonly (string, object?)[] Elsewhere =
    [
        ("government", "19.01"),
        ("locations", new[] { "19.01.01" }),
    ];

    [Fact]
    public async Task Not_by_the_path()
    {
        var id = await PlanElsewhereAsync();
        var before = await api.EventCountAsync();
        (await api.PostAsAsync(Planner, $"/api/programs/{id}/progress", Progress)).ShouldBe(403);
        (await api.PostAsAsync(Planner, $"/API/Programs/{id}/Progress/", Progress)).ShouldBe(403);
        (await api.AsAsync(Planner, HttpMethod.Delete, $"/api/programs/{id}/relations/follows/{id}")).ShouldBe(403);
        Assert.Equal(before, await api.EventCountAsync());
    }

    [Fact]
    public async Task Not_by_a_file_of_payments()
    {
        var (own, other) = (await api.PlanProgramAsync(), await PlanElsewhereAsync());
        var before = await api.EventCountAsync();
        var file = $"program,line,amount,date,document\n{own},1,1,2024-05-02,S-1\n{other},1,1,2024-05-02,S-2\n";
        var reply = await api.PostTextAsync(
            "/api/plans/19-2024/realisations?partial=true",
            file,
            "text/csv",
            ("Authorization", $"Bearer {TestAccount.TokenOf("budgetofficer-19.05")}")
        );
        Assert.Contains("19.01", reply.ShouldBe(403).Text, StringComparison.Ordinal);
        Assert.Equal(before, await api.EventCountAsync());
    }

    [Fact]
    public async Task Not_by_the_body()
    {
        var before = await api.EventCountAsync();
        (await api.PostAsAsync(Planner, "/api/programs", ApiWithPlan.Proposal(Elsewhere))).ShouldBe(403);
        Assert.Equal(before, await api.EventCountAsync());

        var own = await api.PlanProgramAsync();
        var revision = ApiWithPlan.Proposal([.. Elsewhere, ("reason", "Pindah")]);
        (await api.PostAsAsync(Planner, $"/api/programs/{own}/revision", revision)).ShouldBe(422);
        Assert.Equal("19.05", (await api.GetAsync($"/api/programs/{own}")).Json.GetProperty("government").GetString());
    }

    [Fact]
    public async Task Not_by_reassignment()
    {
        var (own, other) = (await api.PlanProgramAsync(), await PlanElsewhereAsync());
        foreach (var (id, government) in new[] { (own, "19.01"), (other, "19.05"), (own, "19.05") })
            (
                await api.PostAsAsync(
                    Planner,
                    $"/api/programs/{id}/reassignment",
                    new { government, reason = "Pindah" }
                )
            ).ShouldBe(403);
    }

    [Fact]
    public async Task A_program_that_is_reassigned_is_the_other_government_s_whatever_its_number_says()
    {
        var id = await api.PlanProgramAsync();
        var toProvince = new { government = "19", reason = "Kewenangan provinsi" };
        (await api.PostAsAsync(Coordinator, $"/api/programs/{id}/reassignment", toProvince)).ShouldBe(200);
        (await api.PostAsAsync(Planner, $"/api/programs/{id}/progress", Progress)).ShouldBe(403);
        (await api.PostAsAsync("planner-19", $"/api/programs/{id}/progress", Progress)).ShouldBe(200);
    }

    [Fact]
    public async Task Not_by_somebody_else_s_key()
    {
        var id = await PlanElsewhereAsync();
        var url = $"/api/programs/{id}/progress";
        (await api.PostAsAsync(OtherPlanner, url, Progress, "key-1")).ShouldBe(200);
        var before = await api.EventCountAsync();
        (await api.PostAsAsync(Planner, url, Progress, "key-1")).ShouldBe(403);
        Assert.Equal(before, await api.EventCountAsync());
        // Nothing has become of the key either: its own account still gets its answer.
        (await api.PostAsAsync(OtherPlanner, url, Progress, "key-1")).ShouldBe(200);
        Assert.Equal(before, await api.EventCountAsync());
    }

    [Fact]
    public async Task Not_by_its_own_key_once_the_program_is_no_longer_its_own()
    {
        var id = await api.PlanProgramAsync();
        var url = $"/api/programs/{id}/progress";
        (await api.PostAsAsync(Planner, url, Progress, "key-2")).ShouldBe(200);
        var toProvince = new { government = "19", reason = "Kewenangan provinsi" };
        (await api.PostAsAsync(Coordinator, $"/api/programs/{id}/reassignment", toProvince)).ShouldBe(200);
        (await api.PostAsAsync(Planner, url, Progress, "key-2")).ShouldBe(403);
    }

    [Fact]
    public async Task A_government_that_does_not_exist_is_a_broken_rule_as_for_everybody() =>
        Assert.Contains(
            "government",
            (await api.PostAsAsync(Planner, "/api/programs", ApiWithPlan.Proposal(("government", "19.0"))))
                .ShouldBe(422)
                .Errors.Select(error => error.Field)
        );

    [Fact]
    public async Task Of_403_404_409_and_422_the_first_is_answered()
    {
        var broken = ApiWithPlan.Proposal([.. Elsewhere, ("title", ""), ("plan", "19-2023")]);
        (await api.PostAsAsync(Planner, "/api/programs", broken)).ShouldBe(403);
        (await api.PostAsAsync("viewer-19", "/api/programs/19.05-2024-ZZZZZ/progress", Progress)).ShouldBe(403);
        (await api.PostAsAsync(Planner, "/api/programs/19.05-2024-ZZZZZ/progress", Progress)).ShouldBe(404);
    }

    [Fact]
    public async Task Who_stands_on_every_event()
    {
        var id = await api.PlanProgramAsync();
        (await api.PostAsAsync(Planner, $"/api/programs/{id}/progress", Progress)).ShouldBe(200);
        var request = new
        {
            scheme = "APBN-KL",
            ministry = "Kementerian Komunikasi",
            amount = 1_000_000,
            requestedOn = "2024-01-10",
        };
        (await api.PostAsAsync("budgetofficer-19", $"/api/programs/{id}/apbn-requests", request)).ShouldBe(200);
        var history = (await api.GetAsAsync("viewer-19.01", $"/api/programs/{id}/events")).ShouldBe(200).Json;
        Assert.Equal(
            [
                ("tester", "planner", "19.05"),
                (Planner, "planner", "19.05"),
                ("budgetofficer-19", "budget-officer", "19"),
            ],
            history
                .GetProperty("items")
                .EnumerateArray()
                .Select(entry =>
                    (
                        entry.GetProperty("account").GetString(),
                        entry.GetProperty("role").GetString(),
                        entry.GetProperty("government").GetString()
                    )
                )
        );
    }

    private Task<string> PlanElsewhereAsync() => api.PlanProgramAsync(Elsewhere);
}
