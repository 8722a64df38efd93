using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;
using CsCheck;

namespace Coordination.Tests.Harmonization.Decisions;

/// <summary>A recommendation that says it removes its finding breaks no rule and removes it.</summary>
public sealed class RecommendationLawTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("2024-03-01")]
    [InlineData("2024-07-15")]
    [InlineData("2024-12-31")]
    [InlineData("2025-02-01")]
    public void Each_of_the_example_plan_does(string day)
    {
        var on = Exact.Day(day);
        var kinds = RemovesAll(Snapshots.On(on, Example.Plan, ExamplePrograms.On(on).Values));
        foreach (var kind in kinds.GroupBy(kind => kind))
            output.WriteLine($"{kind.Key}: {kind.Count()}");
    }

    /// <summary>What was looked through before is not looked through again.</summary>
    [Fact]
    public void The_plan_after_a_decision_is_found_as_if_from_scratch() =>
        RandomHistory.Choices.Sample(
            choices =>
            {
                var programs = RandomHistory.Of(choices).Programs.Values;
                var advice = Snapshots.Of(programs).View.Findings.Select(one => one.Recommendation.Ready);
                foreach (var decision in advice.OfType<Decision>().Take(4))
                {
                    if (Snapshots.Of(programs).Try(decision) is not { IsAccepted: true, Events: [var after] })
                        continue;
                    var scratch = Snapshots.On(after.Day, after.Plan, after.Programs.Values);
                    Assert.Equal(Json.Of(scratch.View), Json.Of(after.View));
                }
            },
            iter: 25
        );

    [Fact]
    public void In_a_closed_plan_only_money_is_still_corrected()
    {
        var closed = Snapshots.On(new(2025, 2, 1), Example.ClosedPlan, ExamplePrograms.AtTheEnd.Values);
        Assert.All(RemovesAll(closed), kind => Assert.Equal(FindingKind.DoubleFunding, kind));
        Assert.NotEmpty(closed.View.Findings);
    }

    [Fact]
    public void Each_of_any_plan_does() =>
        Gen.Select(SomePrograms.Any, Money, Gen.Int[0, 400])
            .Sample(
                (programs, money, day) =>
                {
                    var paid = programs.Select(
                        (program, at) => With(AtHome(program), programs, money[at % money.Length])
                    );
                    RemovesAll(Snapshots.On(new DateOnly(2024, 1, 1).AddDays(day), Example.Plan, paid), most: 12);
                },
                iter: 60
            );

    [Fact]
    public void Each_of_any_history_does() =>
        RandomHistory.Choices.Sample(
            choices => RemovesAll(Snapshots.Of(RandomHistory.Of(choices).Programs.Values), most: 12),
            iter: 100
        );

    private static readonly Gen<(int Kind, int Amount, int Other)[]> Money = Gen.Select(
        Gen.Int[0, 8],
        Gen.Int[1, 60],
        Gen.Int[0, 59],
        (kind, amount, other) => (kind, amount, other)
    ).Array[1, 60];

    /// <summary>Tries each, and says what kinds there were; gaps of priorities are alike, one stands for all.</summary>
    private static List<FindingKind> RemovesAll(PlanSnapshot plan, int most = int.MaxValue)
    {
        var removing = plan
            .View.Findings.Where(finding => finding.Recommendation.Expects == RecommendationEffect.Removed)
            .GroupBy(finding => (finding.Kind, finding.Recommendation.Decision))
            .SelectMany(kind => kind.Take(kind.Key.Kind == FindingKind.Gap ? 6 : most))
            .ToList();
        foreach (var finding in removing)
        {
            var decision = finding.Recommendation.Ready ?? new Adopt(Draft(finding));
            var outcome = plan.Try(decision);
            Assert.True(
                outcome.IsAccepted,
                $"{Json.Of(finding)}\n{Json.Of(decision)}\n{string.Join('\n', outcome.Rejections)}"
            );
            Assert.DoesNotContain(
                outcome.Events[0].View.Findings,
                after => after.Id == finding.Id || (after.Id, after.IsWaiting) == (finding.Id, true)
            );
        }
        return removing.ConvertAll(finding => finding.Kind);
    }

    /// <summary>What someone would write to fill a gap.</summary>
    private static PlanProgram Draft(Finding gap) =>
        Command.Plan with
        {
            Government = gap.Governments[0],
            Priority = gap.Priority!,
            Title = $"Penyediaan akses internet {Priority.Find(gap.Priority!)!.Code}",
            Description = "Pembangunan jaringan akses internet di tempat yang belum tercakup.",
            Locations = gap.Locations.Count > 0 ? [.. gap.Locations] : [gap.Governments[0]],
            Reference = null,
        };

    /// <summary>At those of its places that lie within its government: what it says of itself keeps the rules.</summary>
    private static SpbeProgram AtHome(SpbeProgram program) =>
        program.With(details =>
            details with
            {
                Locations = details.Locations.FindAll(code => Location.Contains(program.Government, code))
                    is { IsEmpty: false } own
                    ? own
                    : [program.Government],
            }
        );

    private static SpbeProgram With(SpbeProgram program, List<SpbeProgram> all, (int Kind, int Amount, int Other) money)
    {
        var to = all[money.Other % all.Count].Id;
        var line = new FundingLine(
            "1",
            money.Kind % 2 == 0 ? "APBD-KABKOTA" : "APBN-KL",
            FundingStage.Allocated,
            money.Amount * 1_000_000,
            Example.Dpa with
            {
                Number = $"{money.Amount % 7}",
            },
            money.Kind == 4 && to != program.Id ? new(to, "1") : null
        );
        return money.Kind switch
        {
            0 => program,
            7 => program with { Funding = [line], Completion = new(new(2024, 5, 1), 1, "BAST", null) },
            8 => program with
            {
                Funding = [line],
                Realisations = [new(1, "1", line.Amount / 3 + 0.25m, new(2024, 5, 1), null)],
            },
            _ => program with { Funding = [line] },
        };
    }
}
