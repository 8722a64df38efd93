using Coordination.Domain.Reference;

namespace Coordination.Tests.Reference;

public class WorkCodeTests
{
    [Theory]
    [InlineData("90/2019", "2.16.03.1.01.03", "900.1.15.5-1317/2023", "2.16.03.2.01.0003", true)]
    [InlineData("90/2019", "2.16.03.1.01.03", "900.1.15.5-1317/2023", "2.16.03.2.01.0004", false)]
    [InlineData("900.1.15.5-1317/2023", "X.XX.01.2.05.0009", "900.1.15.5-1317/2023", "2.16.01.2.05.0009", true)]
    [InlineData("2025", "2.16.02.2.01.0017", "900.1.15.5-1317/2023", "2.16.02.2.01.0017", false)]
    [InlineData("2025", "2.16.02.2.01.0017", "2025", "2.16.02.1.01.0017", false)]
    [InlineData("2025", "2.16.02.2.01.0017", "2025", "2.16.02.2.01.0017", true)]
    [InlineData("2027", "2.16.02.2.01.0025", "2025", "2.16.02.2.01.0017", true)]
    [InlineData("2027", "2.16.02.2.01.0025", "2025", "2.16.02.2.01.0020", false)]
    [InlineData("2027", "2.16.02.2.01.0025", "2027", "2.16.02.2.01.0025", true)]
    [InlineData("2027", "2.16.02.2.01.0025", "2027", "2.16.02.1.01.0026", false)]
    public void Codes_stand_for_the_same_work_across_tiers_of_old_editions_and_across_successors_alone(
        string edition,
        string code,
        string otherEdition,
        string otherCode,
        bool isSame
    )
    {
        var (one, other) = (WorkCode.Of(new(edition, code)), WorkCode.Of(new(otherEdition, otherCode)));

        Assert.Equal(isSame, one!.IsSameAs(other));
        Assert.Equal(isSame, other!.IsSameAs(one));
    }

    [Fact]
    public void No_code_is_no_work_in_common()
    {
        Assert.Null(WorkCode.Of(null));
        Assert.False(WorkCode.Of(Example.SubActivity)!.IsSameAs(null));
    }
}
