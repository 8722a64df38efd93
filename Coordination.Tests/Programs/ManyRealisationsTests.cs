using Coordination.Domain.Programs;
using CsCheck;

namespace Coordination.Tests.Programs;

public class ManyRealisationsTests
{
    private static readonly IReadOnlyList<IProgramEvent> Funded =
    [
        Example.Planned,
        Example.Budgeted with
        {
            Amount = 100,
        },
        Example.Requested,
        Example.Granted with
        {
            Amount = 50,
        },
    ];

    /// <summary>Rows that are often equal, to two programs, on two lines, with and without a document.</summary>
    private static readonly Gen<(int Program, int Line, int Amount)[]> Files = Gen.Select(
        Gen.Int[0, 1],
        Gen.Int[0, 2],
        Gen.Int[1, 3],
        (program, line, amount) => (program, line, amount)
    ).Array[0, 40];

    [Fact]
    public void A_row_yields_the_event_that_a_single_payment_yields()
    {
        var (outcomes, events) = Decide(Funded, Row(2, 10));
        var single = Given.ProgramOf(Funded).When(Row(2, 10).Payment).Accepted();

        Assert.Equal(single.Select(Json.Of), events[Example.Id].Select(Json.Of));
        var outcome = Assert.Single(outcomes);
        Assert.Equal(
            (2, RealisationResult.Recorded, "1", 1),
            (outcome.Row, outcome.Result, outcome.Line, outcome.Number)
        );
    }

    [Fact]
    public void Each_row_is_refused_for_the_rules_of_a_single_payment()
    {
        var (outcomes, events) = Decide(
            Funded,
            Row(2, 70),
            Row(3, 40),
            Row(4, 0) with
            {
                Payment = new(0, Example.Tomorrow, "9"),
            },
            Row(5, 30)
        );

        Assert.Equal(
            [
                RealisationResult.Recorded,
                RealisationResult.Refused,
                RealisationResult.Refused,
                RealisationResult.Recorded,
            ],
            outcomes.Select(outcome => outcome.Result)
        );
        Assert.Equal("amount-above-allocated", Assert.Single(outcomes[1].Rejections).Code);
        Assert.Equal(
            ["amount-invalid", "day-in-future", "line-unknown"],
            outcomes[2].Rejections.Select(rejection => rejection.Code).Order(StringComparer.Ordinal)
        );
        Assert.Equal([1, 2], events[Example.Id].Cast<FundsRealised>().Select(paid => paid.Number));
    }

    [Fact]
    public void A_program_that_is_not_in_the_plan_is_unknown()
    {
        foreach (var program in (string[])["19.05-2024-ZZZZZ", "", "x", "plan-19-2024"])
        {
            var (outcomes, events) = Decide(Funded, Row(2, 1) with { Program = program });
            Assert.Equal("program-unknown", Assert.Single(Assert.Single(outcomes).Rejections).Code);
            Assert.Empty(events);
        }
    }

    [Fact]
    public void The_nth_equal_row_is_new_when_fewer_than_n_are_recorded()
    {
        var twice = After(Funded, Row(2, 10), Row(3, 10));
        Assert.Equal(2, twice.OfType<FundsRealised>().Count());
        var (outcomes, events) = Decide(twice, Row(2, 10), Row(3, 10), Row(4, 10));
        Assert.Equal([1, 2, 3], outcomes.Select(outcome => outcome.Number));
        Assert.Equal(3, Assert.Single(events[Example.Id].Cast<FundsRealised>()).Number);
    }

    [Fact]
    public void Another_document_or_day_is_another_payment()
    {
        var once = After(Funded, Row(2, 10));
        var otherDay = Row(2, 10) with { Payment = Row(2, 10).Payment with { Date = new(2024, 5, 3) } };
        var noDocument = Row(2, 10) with { Payment = Row(2, 10).Payment with { Document = null } };
        var (outcomes, _) = Decide(once, otherDay, noDocument);
        Assert.All(outcomes, outcome => Assert.Equal(RealisationResult.Recorded, outcome.Result));
    }

    [Fact]
    public void A_corrected_payment_is_known_by_what_it_was_and_by_what_it_became()
    {
        IReadOnlyList<IProgramEvent> corrected =
        [
            .. After(Funded, Row(2, 10)),
            Example.RealisationCorrected with
            {
                Amount = 7,
                Date = Example.Realised.Date,
            },
        ];
        Assert.Empty(Decide(corrected, Row(2, 10)).Events);
        Assert.Empty(Decide(corrected, Row(2, 7)).Events);
        Assert.NotEmpty(Decide(corrected, Row(2, 8)).Events);
        // One payment, once as it was and once again: the second is new.
        Assert.NotEmpty(Decide(corrected, Row(2, 10), Row(3, 10)).Events);
    }

    [Fact]
    public void A_payment_that_was_taken_back_is_not_recorded_again()
    {
        IReadOnlyList<IProgramEvent> takenBack =
        [
            .. After(Funded, Row(2, 10)),
            Example.RealisationCorrected with
            {
                Amount = 0,
            },
        ];
        Assert.Empty(Decide(takenBack, Row(2, 10)).Events);
    }

    [Fact]
    public void A_payment_that_was_corrected_and_corrected_back_is_one()
    {
        var there = Example.RealisationCorrected with { Amount = 7 };
        var back = new RealisationCorrected(
            Example.PlanId,
            Example.Regency,
            1,
            10,
            new(2024, 5, 2),
            Example.Sp2d,
            "Benar juga"
        );
        IReadOnlyList<IProgramEvent> corrected = [.. After(Funded, Row(2, 10)), there, back];
        Assert.Empty(Decide(corrected, Row(2, 10)).Events);
        Assert.NotEmpty(Decide(corrected, Row(2, 10), Row(3, 10)).Events);
    }

    [Fact]
    public void Any_file_again_changes_nothing() =>
        Files.Sample(file =>
        {
            var rows = Rows(file);
            var (first, events) = Decide(Two(), rows);
            var stored = Stored(Two(), events);
            var (again, none) = Decide(stored, rows);

            Assert.Empty(none);
            Assert.Equal(
                first.Select(outcome => (outcome.Result == RealisationResult.Refused, outcome.Number)),
                again.Select(outcome => (outcome.Result == RealisationResult.Refused, outcome.Number))
            );
            Assert.DoesNotContain(again, outcome => outcome.Result == RealisationResult.Recorded);
        });

    [Fact]
    public void A_longer_file_after_a_shorter_one_records_what_the_longer_one_alone_would() =>
        Gen.Select(Files, Gen.Int[0, 40])
            .Sample(
                (file, cut) =>
                {
                    var rows = Rows(file);
                    var shorter = Stored(Two(), Decide(Two(), [.. rows.Take(cut)]).Events);
                    var both = Stored(shorter, Decide(shorter, rows).Events);
                    var longer = Stored(Two(), Decide(Two(), rows).Events);

                    foreach (var (program, history) in longer)
                        Assert.Equal(history.Select(Json.Of), both[program].Select(Json.Of));
                }
            );

    private static Dictionary<string, IReadOnlyList<IProgramEvent>> Two() =>
        new(StringComparer.Ordinal) { [Example.Id] = Funded, [Example.OtherId] = Funded };

    private static RealisationRow[] Rows((int Program, int Line, int Amount)[] file) =>
        [
            .. file.Select(
                (row, index) =>
                    new RealisationRow(
                        index + 2,
                        row.Program == 0 ? Example.Id : Example.OtherId,
                        new(
                            row.Amount * 5,
                            new(2024, 5, 2),
                            row.Line == 0 ? "1" : "r1",
                            Document: row.Line == 2 ? null : Example.Sp2d
                        )
                    )
            ),
        ];

    private static Dictionary<string, IReadOnlyList<IProgramEvent>> Stored(
        IReadOnlyDictionary<string, IReadOnlyList<IProgramEvent>> histories,
        IReadOnlyDictionary<string, IReadOnlyList<IProgramEvent>> events
    ) =>
        histories.ToDictionary(
            history => history.Key,
            history => (IReadOnlyList<IProgramEvent>)[.. history.Value, .. events.GetValueOrDefault(history.Key) ?? []],
            StringComparer.Ordinal
        );

    private static RealisationRow Row(int row, decimal amount) =>
        new(row, Example.Id, new(amount, new(2024, 5, 2), "1", Document: Example.Sp2d));

    private static IReadOnlyList<IProgramEvent> After(
        IReadOnlyList<IProgramEvent> history,
        params RealisationRow[] rows
    ) => [.. history, .. Decide(history, rows).Events[Example.Id]];

    private static (
        IReadOnlyList<RealisationOutcome> Outcomes,
        IReadOnlyDictionary<string, IReadOnlyList<IProgramEvent>> Events
    ) Decide(IReadOnlyList<IProgramEvent> history, params RealisationRow[] rows) =>
        Decide(
            new Dictionary<string, IReadOnlyList<IProgramEvent>>(StringComparer.Ordinal) { [Example.Id] = history },
            rows
        );

    private static (
        IReadOnlyList<RealisationOutcome> Outcomes,
        IReadOnlyDictionary<string, IReadOnlyList<IProgramEvent>> Events
    ) Decide(IReadOnlyDictionary<string, IReadOnlyList<IProgramEvent>> histories, params RealisationRow[] rows) =>
        ManyRealisations.Decide(Example.Plan, histories, rows, Example.Now);
}
