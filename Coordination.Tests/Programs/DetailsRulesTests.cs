using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

/// <summary>The rules of a program's details; planning and revising keep the same ones.</summary>
public class DetailsRulesTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(201)]
    public void A_title_has_5_to_200_characters(int length) =>
        Refuse(Example.Details with { Title = new('a', length) }, "text-length", "title");

    [Theory]
    [InlineData(5)]
    [InlineData(200)]
    public void A_title_at_the_edge_is_taken(int length) => Accept(Example.Details with { Title = new('a', length) });

    [Theory]
    [InlineData("  abcd  ")]
    [InlineData("          ")]
    public void Blanks_around_a_title_do_not_count(string title) =>
        Refuse(Example.Details with { Title = title }, "text-length", "title");

    [Theory]
    [InlineData("Internet\0desa")]
    [InlineData("Internet\u001b[31mdesa")]
    public void A_text_holds_no_control_characters(string title) =>
        Refuse(Example.Details with { Title = title }, "text-control-character", "title");

    [Fact]
    public void A_description_may_have_lines() =>
        Accept(Example.Details with { Description = "Desa:\r\n\t- Air Putih\n\t- Air Belo" });

    [Fact]
    public void A_description_has_1_to_5000_characters()
    {
        Refuse(Example.Details with { Description = " " }, "text-length", "description");
        Refuse(Example.Details with { Description = new('a', 5001) }, "text-length", "description");
        Accept(Example.Details with { Description = new('a', 5000) });
    }

    [Fact]
    public void A_lead_agency_has_3_to_200_characters()
    {
        Refuse(Example.Details with { LeadAgency = "DK" }, "text-length", "leadAgency");
        Refuse(Example.Details with { LeadAgency = new('a', 201) }, "text-length", "leadAgency");
    }

    [Fact]
    public void A_reference_has_at_most_100_characters()
    {
        Refuse(Example.Details with { Reference = new('a', 101) }, "text-length", "reference");
        Accept(Example.Details with { Reference = new('a', 100) });
    }

    [Theory]
    [InlineData("internet")]
    [InlineData("Village-Internet")]
    public void The_priority_is_one_of_the_twelve(string priority) =>
        Refuse(Example.Details with { Priority = priority }, "priority-unknown", "priority");

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.5")]
    [InlineData("1000000.01")]
    [InlineData("100000000000001")]
    [InlineData("79228162514264337593543950335")]
    public void A_cost_is_whole_rupiah_above_0_and_at_most_100_trillion(string cost) =>
        Refuse(Example.Details with { EstimatedCost = Exact.Decimal(cost) }, "amount-invalid", "estimatedCost");

    [Theory]
    [InlineData("1")]
    [InlineData("100000000000000")]
    public void A_cost_at_the_edge_is_taken(string cost) =>
        Accept(Example.Details with { EstimatedCost = Exact.Decimal(cost) });

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("0.00001")]
    [InlineData("1000000000000.5")]
    public void An_output_target_is_a_quantity_above_0(string target) =>
        Refuse(
            Example.Details with
            {
                Output = Example.Details.Output with { Target = Exact.Decimal(target) },
            },
            "quantity-invalid",
            "output.target"
        );

    [Fact]
    public void An_output_names_indicator_and_unit()
    {
        Refuse(Example.Details with { Output = new("ab", 1, "desa") }, "text-length", "output.indicator");
        Refuse(Example.Details with { Output = new("Desa", 1, " ") }, "text-length", "output.unit");
        Refuse(Example.Details with { Output = new("Desa", 1, new('a', 101)) }, "text-length", "output.unit");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(48)]
    [InlineData(-1)]
    public void An_indicator_is_one_of_the_47(int number) =>
        Refuse(Example.Details with { SpbeIndicators = [new(number, 3)] }, "indicator-unknown", "spbeIndicators");

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void An_indicator_is_lifted_to_a_level_from_1_to_5(int level) =>
        Refuse(Example.Details with { SpbeIndicators = [new(1, level)] }, "indicator-level-invalid", "spbeIndicators");

    [Fact]
    public void An_indicator_is_lifted_to_one_level() =>
        Refuse(
            Example.Details with
            {
                SpbeIndicators = [new(17, 3), new(17, 4)],
            },
            "indicator-repeated",
            "spbeIndicators"
        );

    private static void Refuse(ProgramDetails details, string code, string field)
    {
        Given.NoProgram.When(Command.PlanWith(details)).ThenRefused(code, field);
        Given.Program().When(Command.ReviseWith(details)).ThenRefused(code, field);
    }

    private static void Accept(ProgramDetails details)
    {
        Given.NoProgram.When(Command.PlanWith(details)).Then(Example.Planned with { Details = details });
        Given.Program().When(Command.ReviseWith(details)).Then(Example.Revised with { Details = details });
    }
}
