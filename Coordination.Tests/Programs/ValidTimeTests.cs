using Coordination.Domain.Funding;
using Coordination.Domain.Programs;
using CsCheck;

namespace Coordination.Tests.Programs;

public class ValidTimeTests
{
    private static readonly DateOnly NewYear = new(2024, 1, 1);
    private static readonly Gen<int[]> Days = Gen.Int[0, 365].Array[1, 30];
    private static readonly DateOnly Recorded = new(2024, 6, 10);

    [Theory]
    [InlineData("2024-01-04", null)]
    [InlineData("2024-01-05", "600000000")]
    [InlineData("2024-03-31", "600000000")]
    [InlineData("2024-04-01", "500000000")]
    public void A_line_holds_from_its_document_and_a_correction_from_its_day(string day, string? amount) =>
        AssertLine(amount, day, Example.Budgeted, Example.Corrected);

    [Theory]
    [InlineData("2024-06-09", null)]
    [InlineData("2024-06-10", "600000000")]
    public void A_line_without_a_document_holds_from_the_day_of_recording(string day, string? amount) =>
        AssertLine(amount, day, Example.Budgeted with { Document = null });

    [Fact]
    public void Among_what_holds_on_a_day_the_last_recorded_counts()
    {
        // The correction that was recorded last holds from an earlier day: the one before never shows.
        var later = Example.Corrected with
        {
            Amount = 450_000_000,
            ValidFrom = new(2024, 2, 1),
        };
        AssertLine("600000000", "2024-01-31", Example.Budgeted, Example.Corrected, later);
        AssertLine("450000000", "2024-02-01", Example.Budgeted, Example.Corrected, later);
        AssertLine("450000000", "2024-04-01", Example.Budgeted, Example.Corrected, later);
    }

    [Fact]
    public void A_grant_holds_from_its_decision_and_closes_the_line_whose_place_it_takes_then()
    {
        IProgramEvent[] since =
        [
            Example.Budgeted with
            {
                Source = "APBN-BAKTI",
                Stage = FundingStage.Ceiling,
            },
            Example.Requested,
            Example.Granted with
            {
                ClosesLine = "1",
            },
        ];

        var before = On("2024-02-29", since);
        Assert.Null(Assert.Single(before.Funding).ClosedBy);
        Assert.Equal(ApbnRequestStatus.Undecided, Assert.Single(before.ApbnRequests).Status);
        Assert.Null(before.ApbnRequests[0].Granted);
        var after = On("2024-03-01", since);
        Assert.Equal(["r1", null], after.Funding.Select(line => line.ClosedBy));
        Assert.Equal(ApbnRequestStatus.Granted, after.ApbnRequests[0].Status);
        Assert.Empty(On("2024-01-31", since).ApbnRequests);
    }

    [Fact]
    public void A_payment_is_what_its_correction_says_from_the_day_it_says()
    {
        IProgramEvent[] since = [Example.Budgeted, Example.Realised, Example.RealisationCorrected];
        Assert.Equal(0, On("2024-05-02", since).Realised);
        Assert.Equal(90_000_000, On("2024-05-03", since).Realised);
    }

    [Fact]
    public void A_payment_before_its_line_holds_is_not_lost()
    {
        var early = On(
            "2024-05-02",
            Example.Budgeted with
            {
                Document = Example.Dpa with { Date = new(2024, 6, 1) },
            },
            Example.Realised
        );
        Assert.Equal((0, 100_000_000), (Assert.Single(early.Funding).Amount, early.RealisedOn("1")));
    }

    [Fact]
    public void A_cancellation_holds_from_the_day_of_recording_and_a_completion_from_its_date()
    {
        Assert.True(On("2024-06-09", Example.Cancelled).IsActive);
        Assert.False(On("2024-06-10", Example.Cancelled).IsActive);
        Assert.Equal(40, On("2024-06-09", Example.Progressed, Example.Completed).ProgressPercent);
        Assert.Equal(100, On("2024-06-10", Example.Progressed, Example.Completed).ProgressPercent);
        Assert.Equal(0, On("2024-05-30", Example.Progressed, Example.Completed).ProgressPercent);
    }

    [Fact]
    public void Any_history_on_any_day_is_what_the_oracle_finds() =>
        Gen.Select(RandomHistory.Choices, Days, Gen.Int[0, 365])
            .Sample(
                (choices, days, at) =>
                {
                    var day = NewYear.AddDays(at);
                    foreach (var (id, history) in Dated(RandomHistory.Of(choices), days))
                        AssertSame(new(history, day), ValidTime.On(day, id, history)!);
                }
            );

    [Fact]
    public void At_the_end_of_all_days_everything_known_holds() =>
        Gen.Select(RandomHistory.Choices, Days)
            .Sample(
                (choices, days) =>
                {
                    foreach (var (id, history) in Dated(RandomHistory.Of(choices), days))
                        Assert.Equal(
                            Json.Of(ProgramFold.Replay(id, history.Select(dated => dated.Event))!),
                            Json.Of(ValidTime.On(DateOnly.MaxValue, id, history)!)
                        );
                }
            );

    private static void AssertSame(ValidTimeOracle expected, SpbeProgram actual)
    {
        Assert.Equal(
            expected.Lines.Order(StringComparer.Ordinal),
            actual.Funding.Select(ValidTimeOracle.Describe).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            expected.Payments,
            actual.Realisations.Select(paid => new ValidTimeOracle.Payment(
                paid.Number,
                paid.Line,
                paid.Amount,
                paid.Date
            ))
        );
        Assert.Equal(
            expected.Requests,
            actual.ApbnRequests.Select(asked => $"{asked.Request} {asked.Amount} {asked.Status}")
        );
        Assert.Equal((expected.IsActive, expected.IsCompleted), (actual.IsActive, actual.Completion is not null));
    }

    /// <summary>The history of each program, recorded and valid on random days, the former in order.</summary>
    private static IEnumerable<(string Id, IReadOnlyList<DatedEvent> History)> Dated(RandomHistory random, int[] days)
    {
        DateOnly Day(int index) => NewYear.AddDays(days[index % days.Length]);
        return random
            .Steps.SelectMany(step => step.Events.Select(next => (step.Id, Event: next)))
            .GroupBy(step => step.Id, step => step.Event)
            .Select(stream =>
                (
                    stream.Key,
                    (IReadOnlyList<DatedEvent>)
                        [
                            .. stream.Select(
                                (next, index) => new DatedEvent(Redated(next, Day, index), NewYear.AddDays(index * 5))
                            ),
                        ]
                )
            );
    }

    private static IProgramEvent Redated(IProgramEvent next, Func<int, DateOnly> day, int index) =>
        next switch
        {
            ProgramBudgeted e when index % 4 == 0 => e with { Document = null },
            ProgramBudgeted e => e with { Document = e.Document! with { Date = day(index) } },
            FundingCorrected e => e with { ValidFrom = day(index) },
            ApbnSupportRequested e => e with { RequestedOn = day(index) },
            ApbnSupportGranted e => e with { DecidedOn = day(index) },
            ApbnSupportRejected e => e with { DecidedOn = day(index) },
            ApbnSupportWithdrawn e => e with { DecidedOn = day(index) },
            FundsRealised e => e with { Date = day(index) },
            RealisationCorrected e => e with { Date = day(index) },
            ProgramCompleted e => e with { Date = day(index) },
            _ => next,
        };

    private static void AssertLine(string? amount, string day, params IEnumerable<IProgramEvent> since) =>
        Assert.Equal(amount is null ? null : Exact.Decimal(amount), On(day, since).FindLine("1")?.Amount);

    private static SpbeProgram On(string day, params IEnumerable<IProgramEvent> since) =>
        ValidTime.On(
            Exact.Day(day),
            Example.Id,
            ((IEnumerable<IProgramEvent>)[Example.Planned, .. since]).Select(next => new DatedEvent(next, Recorded))
        )!;
}
