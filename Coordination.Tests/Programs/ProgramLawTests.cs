using System.Collections.Concurrent;
using Coordination.Domain.Programs;
using CsCheck;

namespace Coordination.Tests.Programs;

/// <summary>What holds for the program streams of any history; a failure prints the seed that repeats it.</summary>
public class ProgramLawTests
{
    public static TheoryData<int> Events => new(Enumerable.Range(0, Everything.ProgramEvents.Count));

    [Fact]
    public void A_command_right_after_itself_yields_no_event() =>
        RandomHistory.Choices.Sample(choices =>
        {
            var history = RandomHistory.Of(choices);

            foreach (var step in history.Steps.Where(step => step.Before is not null && !IsTwiceTwo(step.Command)))
            {
                var again = history.Decide(step.After, step.Command!);
                if (TakesBack(step.Command))
                    Assert.Empty(again.Outcome.Events);
                else
                    again.ThenNothing();
            }
        });

    [Fact]
    public void Replay_of_a_stream_equals_following_it() =>
        RandomHistory.Choices.Sample(choices =>
        {
            var history = RandomHistory.Of(choices);

            foreach (var stream in history.Steps.GroupBy(step => step.Id))
            {
                var replayed = ProgramFold.Replay(stream.Key, stream.SelectMany(step => step.Events))!;
                Assert.Equal(Json.Of(history.Programs[stream.Key]), Json.Of(replayed));
            }
        });

    [Fact]
    public void Events_carry_the_plan_and_the_government_that_the_program_belongs_to_after_them() =>
        RandomHistory.Choices.Sample(choices =>
            Assert.All(
                RandomHistory.Of(choices).Steps,
                step =>
                    Assert.All(
                        step.Events,
                        e => Assert.Equal((step.After.Plan, step.After.Government), (e.Plan, e.Government))
                    )
            )
        );

    [Fact]
    public void No_line_falls_below_what_it_has_realised_and_nothing_unallocated_has_realised() =>
        RandomHistory.Choices.Sample(choices =>
        {
            foreach (var program in RandomHistory.Of(choices).Steps.Select(step => step.After))
            {
                Assert.All(
                    program.Funding,
                    line => Assert.InRange(program.RealisedOn(line.Line), 0, line.IsAllocated ? line.Amount : 0)
                );
            }
        });

    [Fact]
    public void Every_event_of_any_history_survives_json() =>
        RandomHistory.Choices.Sample(choices =>
            Assert.All(RandomHistory.Of(choices).Events, e => Assert.Equal(Json.Of(e), Json.Of(Json.RoundTrip(e))))
        );

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_survives_json(int number)
    {
        var e = Everything.ProgramEvents[number];

        Assert.Equal(Json.Of(e), Json.Of(Json.RoundTrip(e)));
        Assert.Equivalent(e, Json.RoundTrip(e), strict: true);
    }

    [Fact]
    public void Random_histories_reach_every_event()
    {
        var seen = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);

        RandomHistory.Choices.Sample(
            choices =>
            {
                foreach (var e in RandomHistory.Of(choices).Events)
                    seen[e.GetType().Name] = true;
            },
            iter: 2000
        );

        Assert.Equal(Everything.NamesOf<IProgramEvent>(), seen.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>Equal ones are two facts: two payments, reports, requests, constraints or corrections.</summary>
    private static bool IsTwiceTwo(IProgramCommand? command) =>
        command is null or RealiseFunds or ReportProgress or RequestApbnSupport or RaiseConstraint or CorrectFunding;

    /// <summary>What it takes back is gone the second time, which is said.</summary>
    private static bool TakesBack(IProgramCommand? command) =>
        command is WithdrawRelation or ReopenCompletion or ResumeProgram;
}
