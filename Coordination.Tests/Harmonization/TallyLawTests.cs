using Coordination.Domain.Assessments;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;
using Coordination.Domain.Reference;
using CsCheck;

namespace Coordination.Tests.Harmonization;

/// <summary>What holds for the board of any history; a failure prints the seed that repeats it.</summary>
public class TallyLawTests
{
    private static readonly Gen<int[]> Picks = Gen.Int[0, 999].Array[1, 40];

    [Fact]
    public void Replay_equals_incremental() =>
        RandomHistory.Choices.Sample(choices =>
        {
            var history = RandomHistory.Of(choices);

            AssertSame(Tally.Of(history.Programs.Values), RandomHistory.Follow(history.Steps));
        });

    [Fact]
    public void Interleaving_the_streams_otherwise_changes_nothing() =>
        Gen.Select(RandomHistory.Choices, Picks)
            .Sample(
                (choices, picks) =>
                {
                    var steps = RandomHistory.Of(choices).Steps;

                    AssertSame(RandomHistory.Follow(steps), RandomHistory.Follow(Interleave(steps, picks)));
                }
            );

    [Fact]
    public void The_eight_government_rows_sum_to_the_totals() =>
        RandomHistory.Choices.Sample(choices =>
        {
            var board = Boards.Of(RandomHistory.Of(choices).Programs.Values);
            var rows = board.Governments;

            Assert.Equal(8, rows.Count);
            Assert.Equal(
                board.Totals,
                new(
                    rows.Sum(row => row.Programs),
                    rows.Sum(row => row.Active),
                    rows.Sum(row => row.Completed),
                    rows.Sum(row => row.EstimatedCost),
                    rows.Sum(row => row.Funded),
                    rows.Sum(row => row.FundingGap),
                    rows.Sum(row => row.Realised),
                    rows.Sum(row => row.Released),
                    new(
                        rows.Sum(row => row.Apbn.Requested),
                        rows.Sum(row => row.Apbn.Granted),
                        rows.Sum(row => row.Apbn.Realised),
                        rows.Sum(row => row.Apbn.OutsideApbd),
                        rows.Sum(row => row.Apbn.ThroughApbd)
                    )
                )
            );
        });

    [Fact]
    public void The_cells_of_a_government_sum_to_its_row() =>
        RandomHistory.Choices.Sample(choices =>
        {
            var board = Boards.Of(RandomHistory.Of(choices).Programs.Values);

            foreach (var row in board.Governments)
            {
                var cells = board.Cells.Where(cell => cell.Government == row.Code).ToList();
                Assert.Equal(
                    (row.Programs, row.Active, row.Completed, row.Constraints.Total),
                    (
                        cells.Sum(cell => cell.Programs),
                        cells.Sum(cell => cell.Active),
                        cells.Sum(cell => cell.Completed),
                        cells.Sum(cell => cell.Constraints)
                    )
                );
                Assert.Equal(
                    (row.EstimatedCost, row.Funded, row.FundingGap),
                    (
                        cells.Sum(cell => cell.EstimatedCost),
                        cells.Sum(cell => cell.Funded),
                        cells.Sum(cell => cell.FundingGap)
                    )
                );
            }
        });

    /// <summary>The same figures in each cell, and the same bytes on the board.</summary>
    private static void AssertSame(Tally expected, Tally actual)
    {
        foreach (var government in Boards.Codes)
        {
            foreach (var priority in Priority.All)
                Assert.Equal(expected.Cell(government, priority.Code), actual.Cell(government, priority.Code));
        }
        var byCost = Example.Plan with { Target = new(0.8m, ImplementationDefinition.CompletionByCost) };
        Assert.Equal(expected.Lifts, actual.Lifts);
        Assessment[] assessments = [AssessmentExample.At(2), AssessmentExample.At(1, "19")];
        Assert.Equal(
            Json.Of(Boards.Of(byCost, expected, assessments)),
            Json.Of(Boards.Of(byCost, actual, assessments))
        );
    }

    /// <summary>Another order of the steps in which those of each program keep theirs.</summary>
    private static List<Accepted> Interleave(IEnumerable<Accepted> steps, int[] picks)
    {
        var streams = steps.GroupBy(step => step.Id).Select(stream => new Queue<Accepted>(stream)).ToList();
        var order = new List<Accepted>();
        for (var i = 0; streams.Count > 0; i++)
        {
            var stream = streams[picks[i % picks.Length] % streams.Count];
            order.Add(stream.Dequeue());
            if (stream.Count == 0)
                streams.Remove(stream);
        }
        return order;
    }
}
