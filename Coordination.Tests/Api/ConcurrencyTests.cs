using Coordination.Api.Commands;
using Coordination.Api.Programs;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Api;

public sealed class ConcurrencyTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private static readonly object Progress = new { percent = 10, asOf = "2024-05-01" };

    [Fact]
    public async Task The_same_key_and_body_give_the_same_answer_and_one_event()
    {
        var first = (await api.PostAsync("/api/programs", ApiWithPlan.Proposal(), Key("a"))).ShouldBe(201);
        await api.PostAsync($"{first.Location}/progress", Progress);
        var before = await api.EventCountAsync();
        var second = (await api.PostAsync("/api/programs", ApiWithPlan.Proposal(), Key("a"))).ShouldBe(201);
        Assert.Equal((first.Text, first.ETag, first.Location), (second.Text, second.ETag, second.Location));
        Assert.Equal(before, await api.EventCountAsync());
    }

    [Fact]
    public async Task A_key_that_was_accepted_with_another_body_is_422()
    {
        (await api.PostAsync("/api/programs", ApiWithPlan.Proposal(), Key("b"))).ShouldBe(201);
        (await api.PostAsync("/api/programs", ApiWithPlan.Proposal(("title", "Lain sekali")), Key("b"))).ShouldBe(422);
    }

    [Fact]
    public async Task A_refused_command_does_not_use_up_its_key()
    {
        (await api.PostAsync("/api/programs", ApiWithPlan.Proposal(("title", "")), Key("c"))).ShouldBe(422);
        (await api.PostAsync("/api/programs", ApiWithPlan.Proposal(), Key("c"))).ShouldBe(201);
    }

    [Fact]
    public async Task The_same_key_on_another_path_is_another_command()
    {
        var (one, two) = (await api.PlanProgramAsync(), await api.PlanProgramAsync());
        (await api.PostAsync($"/api/programs/{one}/progress", Progress, Key("d"))).ShouldBe(200);
        var second = (await api.PostAsync($"/api/programs/{two}/progress", Progress, Key("d"))).ShouldBe(200);
        Assert.Equal(two, second.Json.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Eight_parallel_twins_make_one_event_and_get_one_answer()
    {
        var id = await api.PlanProgramAsync();
        var before = await api.EventCountAsync();
        var twins = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => api.PostAsync($"/api/programs/{id}/progress", Progress, Key("e")))
        );
        Assert.All(twins, twin => twin.ShouldBe(200));
        Assert.Single(twins.Select(twin => twin.Text).Distinct());
        Assert.Equal(before + 1, await api.EventCountAsync());
    }

    [Fact]
    public async Task A_stale_version_is_412_and_the_current_one_passes()
    {
        var id = await api.PlanProgramAsync();
        var first = await api.PostAsync($"/api/programs/{id}/progress", Progress, ("If-Match", "\"1\""));
        Assert.Equal("\"2\"", first.ShouldBe(200).ETag);
        (await api.PostAsync($"/api/programs/{id}/progress", Progress, ("If-Match", "\"1\""))).ShouldBe(412);
        var shown = await api.GetAsync($"/api/programs/{id}");
        (await api.PostAsync($"/api/programs/{id}/progress", Progress, ("If-Match", shown.ETag!))).ShouldBe(200);
    }

    [Fact]
    public async Task Thirty_two_writers_on_one_program_all_succeed_one_after_the_other()
    {
        var id = await api.PlanProgramAsync();
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 32).Select(_ => api.PostAsync($"/api/programs/{id}/progress", Progress))
        );
        Assert.Equal(
            Enumerable.Range(2, 32).Select(version => (long)version),
            replies.Select(reply => reply.ShouldBe(200).Json.GetProperty("version").GetInt64()).Order()
        );
    }

    [Fact]
    public async Task Of_many_programs_with_one_reference_one_is_planned()
    {
        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n =>
                    api.PostAsync(
                        "/api/programs",
                        ApiWithPlan.Proposal(("reference", "DKI-77"), ("title", $"Judul {n}"))
                    )
                )
        );
        Assert.Single(replies, reply => reply.Status == 201);
        Assert.All(
            replies.Where(reply => reply.Status != 201),
            reply => Assert.Contains(("reference-taken", "reference"), reply.ShouldBe(422).Errors)
        );
    }

    [Fact]
    public async Task A_reference_is_free_again_once_its_program_gives_it_up()
    {
        var id = await api.PlanProgramAsync(("reference", "DKI-88"));
        var revision = ApiWithPlan.Proposal(("reference", "DKI-89"), ("reason", "Nomor baru"));
        (await api.PostAsync($"/api/programs/{id}/revision", revision)).ShouldBe(200);
        await api.PlanProgramAsync(("reference", "DKI-88"));
        (await api.PostAsync("/api/programs", ApiWithPlan.Proposal(("reference", "DKI-89")))).ShouldBe(422);
    }

    [Fact]
    public async Task A_number_that_is_taken_is_never_planned_into()
    {
        var taken = await api.PlanProgramAsync();
        var before = await api.EventCountAsync();
        var desk = api.Host.Services.GetRequiredService<ProgramDesk>();
        var context = new CommandContext
        {
            Caller = TestAccount.Everyone.ToCaller(),
            Method = "POST",
            Path = "/",
            Now = DateTimeOffset.UtcNow,
        };
        var proposal = Command.Plan with { Reference = null };
        var result = await desk.PlanAsync(proposal, context, TestContext.Current.CancellationToken, taken[^5..]);
        Assert.Equal(409, result.Problem?.Status);
        Assert.Equal(before, await api.EventCountAsync());
    }

    private static (string, string) Key(string key) => ("Idempotency-Key", key);
}
