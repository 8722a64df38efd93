using Coordination.Domain.Funding;
using Coordination.Domain.Programs;
using CsCheck;

namespace Coordination.Tests.Funding;

/// <summary>What holds for the money of any history; a failure prints the seed that repeats it.</summary>
public class FundingLawTests
{
    /// <summary>
    /// What enters or moves: from outside into a program; or a line, given to a new line of another program, which says so much more or
    /// less than was given, or does not say anything yet; or a program is merged into another, as far as that is allowed.
    /// </summary>
    private static readonly Gen<(int Kind, int Program, int Amount, int Differs)[]> Graphs = Gen.Select(
        Gen.Int[0, 5],
        Gen.Int[0, 4],
        Gen.Int[1, 1000],
        Gen.Int[-3, 3],
        (kind, program, amount, differs) => (kind, program, amount, differs)
    ).Array[0, 40];

    [Fact]
    public void What_flows_in_is_what_the_programs_have_and_what_is_on_its_way() =>
        Graphs.Sample(graph =>
        {
            var (programs, inflows, all) = Build(graph);
            var view = FundingViewTests.View(programs, Example.Today);
            var onItsWay = view.Transfers.Sum(transfer => transfer.Difference!.Value);

            var kept = programs
                .Where(program => program.Merger is not null)
                .Sum(program =>
                    program.Funding.Where(line => line.TransferTo is null).Sum(line => program.RealisedOn(line.Line))
                );

            Assert.Equal(inflows, view.Totals.Consolidated.Allocated + kept + onItsWay);
            Assert.Equal(0, view.Totals.Consolidated.Released + view.Totals.Unconsolidated.Released);
            Assert.Equal(all, programs.SelectMany(program => program.Funding).Sum(line => line.Amount));
            Assert.Equal(
                view.Totals.Consolidated.Allocated,
                programs.Sum(program => FundingViewTests.View([program], Example.Today).Totals.Consolidated.Allocated)
            );
        });

    [Fact]
    public void Programs_by_government_by_priority_by_source_and_cells_sum_to_the_totals() =>
        RandomHistory.Choices.Sample(choices =>
        {
            var programs = RandomHistory.Of(choices).Programs.Values.ToList();
            var view = FundingViewTests.View(programs, Example.Today);
            var totals = Additive(view.Totals);

            Assert.Equal(totals, Sum(view.Governments.Select(row => row.Figures)));
            Assert.Equal(totals, Sum(view.Priorities.Select(row => row.Figures)));
            Assert.Equal(totals, Sum(view.Cells.Select(cell => cell.Figures)));
            Assert.Equal(totals, Sum(programs.Select(one => FundingViewTests.View([one], Example.Today).Totals)));
            Assert.Equal(totals[4..], Sum(view.Sources.Select(row => row.Figures))[4..]);
        });

    [Fact]
    public void The_board_and_the_funding_view_show_the_same_money() =>
        RandomHistory.Choices.Sample(choices =>
        {
            var programs = RandomHistory.Of(choices).Programs.Values.ToList();
            var board = Boards.Of(programs);
            var view = FundingViewTests.View(programs, Example.Today);

            AssertSame(board.Totals.Apbn, board.Totals.Funded, view.Totals);
            Assert.Equal(board.Totals.Released, view.Totals.Consolidated.Released);
            Assert.Equal(board.Totals.Realised, view.Totals.Consolidated.Realised);
            Assert.Equal(board.Totals.FundingGap, view.Totals.FundingGap);
            Assert.Equal((board.Totals.Programs, board.Totals.Active), (view.Totals.Programs, view.Totals.Active));
            foreach (var (row, figures) in board.Governments.Zip(view.Governments.Select(row => row.Figures)))
                AssertSame(row.Apbn, row.Funded, figures);
        });

    [Fact]
    public void A_filter_shows_a_part_of_the_same_view() =>
        RandomHistory.Choices.Sample(choices =>
        {
            var programs = RandomHistory.Of(choices).Programs.Values.ToList();
            var whole = FundingViewTests.View(programs, Example.Today);

            foreach (var row in whole.Governments)
                AssertPart(row, FundingViewTests.View(programs, Example.Today, new(Government: row.Code)));
            foreach (var row in whole.Sources)
                AssertPart(row, FundingViewTests.View(programs, Example.Today, new(Source: row.Code)));
            Assert.Equal(
                whole.Lines.Count,
                whole.Sources.Sum(row =>
                    FundingViewTests.View(programs, Example.Today, new(Source: row.Code)).Lines.Count
                )
            );
        });

    private static void AssertPart(FundingGroup row, FundingView view) =>
        Assert.Equal(Json.Of(row.Figures), Json.Of(view.Totals));

    private static void AssertSame(Domain.Harmonization.ApbnTotals apbn, decimal funded, FundingFigures figures)
    {
        Assert.Equal(apbn, figures.Apbn);
        Assert.Equal(funded, figures.Consolidated.Allocated);
    }

    private static decimal[] Sum(IEnumerable<FundingFigures> figures) =>
        figures.Select(Additive).Aggregate(Additive(Empty), (sum, next) => [.. sum.Zip(next, (a, b) => a + b)]);

    private static FundingFigures Empty => FundingViewTests.View([], Example.Today).Totals;

    private static decimal[] Additive(FundingFigures f) =>
        [
            f.Programs ?? 0,
            f.Active ?? 0,
            f.EstimatedCost ?? 0,
            f.FundingGap ?? 0,
            f.Consolidated.Proposed,
            f.Consolidated.Indicative,
            f.Consolidated.Ceiling,
            f.Consolidated.Allocated,
            f.Consolidated.Realised,
            f.Consolidated.Released,
            f.Unconsolidated.Allocated,
            f.Unconsolidated.Realised,
            f.Apbn.Requested,
            f.Apbn.Granted,
            f.Apbn.Realised,
            f.Apbn.OutsideApbd,
            f.Apbn.ThroughApbd,
            f.Waiting.Requests,
            f.Waiting.Amount,
            f.Absorption.Forecast,
        ];

    private static (List<SpbeProgram> Programs, decimal Inflows, decimal All) Build(
        (int Kind, int Program, int Amount, int Differs)[] graph
    )
    {
        var programs = Enumerable
            .Range(0, 5)
            .Select(n => Boards.Program() with { Id = $"19.05-2024-AAAA{n}" })
            .ToList();
        decimal inflows = 0;
        decimal all = 0;
        for (var step = 0; step < graph.Length; step++)
        {
            var (kind, at, amount, differs) = graph[step];
            if (kind > 3)
            {
                Merge(programs, at, (at + kind - 3) % programs.Count, amount);
                continue;
            }
            if (!programs[at].IsActive)
                continue;
            var given = programs[at].Funding.FindLast(line => line.TransferTo is null && line.Amount > 3);
            if (kind == 0 || given is null)
            {
                inflows += amount;
                all += amount;
                programs[at] = With(programs[at], $"{step}", amount);
                continue;
            }
            var receiver = (at + kind) % programs.Count;
            if (!programs[receiver].IsActive)
                continue;
            programs[at] = programs[at] with
            {
                Funding = programs[at]
                    .Funding.Replace(given, given with { TransferTo = new(programs[receiver].Id, $"{step}") }),
            };
            if (differs == 3)
                continue;
            var received = given.Amount + (differs > 0 ? 0 : differs);
            all += received;
            programs[receiver] = With(programs[receiver], $"{step}", received);
        }
        return (programs, inflows, all);
    }

    /// <summary>Merges one into another where the decider lets it, after a payment from one of its lines.</summary>
    private static void Merge(List<SpbeProgram> programs, int from, int into, int paid)
    {
        if (
            programs[from]
                .Funding.FirstOrDefault(line => line.Amount - programs[from].RealisedOn(line.Line) >= paid % 10)
                is { } line
            && paid % 10 > 0
        )
            programs[from] = programs[from] with
            {
                Realisations = programs[from]
                    .Realisations.Add(
                        new(programs[from].Realisations.Count + 1, line.Line, paid % 10, Example.Today, null)
                    ),
            };
        var outcome = ProgramDecider.Decide(
            programs[from],
            Command.Merge with
            {
                Into = programs[into].Id,
            },
            new(Example.Plan, new HashSet<string>(StringComparer.Ordinal), Into: programs[into]),
            Example.Now
        );
        if (outcome.Events is not [.., ProgramMerged merged])
            return;
        var received = MergeDecisions.Received(merged, programs[from], programs[into]);
        programs[from] = ProgramFold.Evolve(programs[from], programs[from].Id, merged);
        programs[into] = ProgramFold.Evolve(programs[into], programs[into].Id, received);
    }

    private static SpbeProgram With(SpbeProgram program, string line, decimal amount) =>
        program with
        {
            Funding = program.Funding.Add(
                new(line, "APBD-PROV", FundingStage.Allocated, amount, Example.Dpa, TransferTo: null)
            ),
        };
}
