using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

public class ProgramNumberTests
{
    [Theory]
    [InlineData("19.05", "19.05-2024-7KQ2M")]
    [InlineData("19", "19-2024-7KQ2M")]
    public void A_number_is_government_year_and_five_characters(string government, string number)
    {
        Assert.Equal(number, ProgramNumber.Compose(government, "19-2024", "7KQ2M"));
        Assert.True(ProgramNumber.IsWellFormed(number));
        Assert.Equal("19-2024", ProgramNumber.PlanOf(number));
    }

    [Fact]
    public void The_alphabet_is_Crockfords_base_32()
    {
        Assert.Equal(32, ProgramNumber.Alphabet.Distinct().Count());
        Assert.DoesNotContain(
            ProgramNumber.Alphabet,
            character => "ILOUilou".Contains(character, StringComparison.Ordinal)
        );
        Assert.All(
            ProgramNumber.Alphabet,
            character => Assert.True(ProgramNumber.IsWellFormed($"19.05-2024-AAAA{character}"), $"{character}")
        );
    }

    [Theory]
    [InlineData("19.05-2024-7KQ2")]
    [InlineData("19.05-2024-7KQ2MM")]
    [InlineData("19.05-2024-7kq2m")]
    [InlineData("19.05-2024-7KQ2I")]
    [InlineData("19.05-2024-7KQ2L")]
    [InlineData("19.05-2024-7KQ2O")]
    [InlineData("19.05-2024-7KQ2U")]
    [InlineData("19.5-2024-7KQ2M")]
    [InlineData("19.05.01-2024-7KQ2M")]
    [InlineData("19.05-2024-7KQ2M\n")]
    [InlineData("plan-19-2024")]
    [InlineData("")]
    public void Anything_else_is_no_number(string text) => Assert.False(ProgramNumber.IsWellFormed(text));

    [Theory]
    [InlineData("19-2024", true)]
    [InlineData("19-2024\n", false)]
    [InlineData("19.05-2024", false)]
    [InlineData("plan-19-2024", false)]
    [InlineData("19-24", false)]
    public void The_id_of_a_plan_is_province_and_year(string text, bool isId)
    {
        Assert.Equal(isId, Plan.IsWellFormedId(text));
        Assert.Equal("19-2024", Plan.IdOf("19", 2024));
    }
}
