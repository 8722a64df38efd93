using Coordination.Domain.Harmonization;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Harmonization;

public class ProgressTests
{
    private static readonly ProgressReported May = Example.Progressed with { AsOf = new(2024, 5, 31) };

    [Fact]
    public void Without_a_report_there_is_no_progress() => Assert.Equal(0, PercentAfter());

    [Fact]
    public void The_latest_report_holds_by_the_day_it_describes_not_by_when_it_came() =>
        Assert.Equal(40, PercentAfter(May, May with { AsOf = new(2024, 4, 30), Percent = 90 }));

    [Fact]
    public void Of_two_reports_of_a_day_the_one_recorded_last_holds()
    {
        Assert.Equal(35, PercentAfter(May, May with { Percent = 35, Note = "Salah hitung" }));
        Assert.Equal(
            50,
            PercentAfter(May, May with { Percent = 50 }, May with { AsOf = new(2024, 1, 31), Percent = 99 })
        );
    }

    [Fact]
    public void A_completed_program_is_at_100_percent_whatever_was_reported() =>
        Assert.Equal(100, PercentAfter(Example.Budgeted, May, Example.Completed));

    [Fact]
    public void A_reopened_program_is_where_its_reports_say() =>
        Assert.Equal(40, PercentAfter(Example.Budgeted, May, Example.Completed, Example.Reopened));

    [Fact]
    public void A_report_of_0_is_no_progress()
    {
        Assert.Equal(0, FiguresAfter(May with { Percent = 0 }).Progressing);
        Assert.Equal(1, FiguresAfter(May with { Percent = 0.01m }).Progressing);
        Assert.Equal(1, FiguresAfter(Example.Budgeted, Example.Completed).Progressing);
    }

    private static decimal PercentAfter(params IEnumerable<IProgramEvent> since)
    {
        var program = Boards.Program(since);

        Assert.Equal(program.ProgressPercent, Figures.Of(program).ProgressSum);
        return program.ProgressPercent;
    }

    private static Figures FiguresAfter(params IEnumerable<IProgramEvent> since) => Figures.Of(Boards.Program(since));
}
