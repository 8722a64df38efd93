using System.Text.Json;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Tests.Harmonization;

public class BoardTests
{
    private static readonly SpbeProgram Elsewhere = Boards.Program(Example.Budgeted) with
    {
        Government = "19.71",
        Details = Example.Details with { Priority = "cyber-security", EstimatedCost = 700_000_000 },
    };

    [Fact]
    public void A_board_has_a_row_for_each_government_and_a_cell_for_each_priority_in_it()
    {
        var board = Boards.Of();

        Assert.Equal(
            ["19", "19.01", "19.02", "19.03", "19.04", "19.05", "19.06", "19.71"],
            board.Governments.Select(row => row.Code)
        );
        Assert.Equal("Kota Pangkalpinang", board.Row("19.71").Name);
        Assert.Equal(96, board.Cells.Count);
        Assert.Equal(
            from government in Boards.Codes
            from priority in Priority.All
            select (government, priority.Code),
            board.Cells.Select(cell => (cell.Government, cell.Priority))
        );
    }

    [Fact]
    public void A_board_says_what_it_is_a_board_of()
    {
        var board = Boards.Of();

        Assert.Equal((Example.Plan, 42, Example.Today), (board.Plan, board.Position, board.AsOf));
    }

    [Fact]
    public void A_program_counts_in_its_cell_its_row_and_the_totals()
    {
        var board = Boards.Of(Boards.Program(Example.Budgeted, Example.Realised), Elsewhere);

        Assert.Equal(
            new(2, 2, 0, 1_700_000_000, 1_200_000_000, 500_000_000, 100_000_000, 0, new(0, 0, 0, 0, 0)),
            board.Totals
        );
        Assert.Equal((1, 700_000_000m, 100_000_000m), Figures(board.Row("19.71")));
        Assert.Equal((1, 1_000_000_000m, 400_000_000m), Figures(board.Row("19.05")));
        Assert.Equal((0, 0m, 0m), Figures(board.Row("19")));

        var cell = board.Cell("19.71", "cyber-security");
        Assert.Equal((1, 1, 0, 0), (cell.Programs, cell.Active, cell.Completed, cell.Constraints));
        Assert.Equal((700_000_000, 600_000_000, 100_000_000), (cell.EstimatedCost, cell.Funded, cell.FundingGap));
        Assert.Equal(0, board.Cell("19.71", "village-internet").Programs);
    }

    [Fact]
    public void Open_constraints_of_active_programs_are_counted_by_category()
    {
        ConstraintRaised Raise(int number, ConstraintCategory category) =>
            Example.Raised with
            {
                Constraint = $"c{number}",
                Category = category,
                Severity = ConstraintSeverity.Low,
            };
        ConstraintRaised[] raised =
        [
            Raise(1, ConstraintCategory.Other),
            Raise(2, ConstraintCategory.NetworkInfrastructure),
            Raise(3, ConstraintCategory.HumanResources),
            Raise(4, ConstraintCategory.HumanResources),
            Raise(5, ConstraintCategory.BudgetSupport),
            Raise(6, ConstraintCategory.Regulation),
            Raise(7, ConstraintCategory.Regulation),
            Raise(8, ConstraintCategory.Regulation),
        ];

        var board = Boards.Of(
            Boards.Program([.. raised, Example.Resolved with { Constraint = "c1" }]),
            Boards.Program([.. raised, Example.Cancelled])
        );

        Assert.Equal(new(1, 2, 1, 3, 0), board.Row("19.05").Constraints);
        Assert.Equal(7, board.Row("19.05").Constraints.Total);
        Assert.Equal(7, board.Cell("19.05", "village-internet").Constraints);
    }

    [Fact]
    public void Categories_are_called_in_json_as_commands_call_them() =>
        Assert.Equal(
            """{"network-infrastructure":1,"human-resources":2,"budget-support":3,"regulation":4,"other":5}""",
            JsonSerializer.Serialize(new ConstraintCounts(1, 2, 3, 4, 5), Json.Options)
        );

    [Fact]
    public void Money_and_rates_are_written_without_trailing_zeros()
    {
        var board = Boards.Of(
            Boards.Program(
                Example.Budgeted,
                Example.Realised with
                {
                    Amount = 0.5m,
                },
                Example.Realised with
                {
                    Number = 2,
                    Amount = 0.5m,
                },
                Example.Progressed with
                {
                    Percent = 12.5m,
                }
            ),
            Boards.Program("19.05", 87.5m)
        );

        var written = Json.Of(board);
        Assert.Contains("\"realised\":1,", written, StringComparison.Ordinal);
        Assert.Contains("\"rate\":0.5,", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\"realised\":1.0", written, StringComparison.Ordinal);
    }

    private static (int, decimal, decimal) Figures(GovernmentRow row) =>
        (row.Programs, row.EstimatedCost, row.FundingGap);
}
