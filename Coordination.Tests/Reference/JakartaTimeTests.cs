using Coordination.Domain;

namespace Coordination.Tests.Reference;

/// <summary>Jakarta is seven hours ahead of UTC the year round.</summary>
public class JakartaTimeTests
{
    private static readonly DateOnly Day = new(2024, 6, 15);

    [Fact]
    public void A_day_begins_at_17_00_UTC_of_the_day_before()
    {
        var midnight = new DateTimeOffset(2024, 6, 14, 17, 0, 0, TimeSpan.Zero);

        Assert.Equal(Day, JakartaTime.DayOf(midnight));
        Assert.Equal(Day.AddDays(-1), JakartaTime.DayOf(midnight.AddTicks(-1)));
        Assert.Equal(midnight, JakartaTime.At(Day, TimeOnly.MinValue));
    }

    [Fact]
    public void The_end_of_a_day_is_the_last_moment_that_belongs_to_it()
    {
        var end = JakartaTime.EndOf(Day);

        Assert.Equal(Day, JakartaTime.DayOf(end));
        Assert.Equal(Day.AddDays(1), JakartaTime.DayOf(end.AddTicks(1)));
    }

    [Fact]
    public void Moments_are_in_UTC_from_wherever_they_were_written()
    {
        Assert.Equal(TimeSpan.Zero, JakartaTime.At(Day, new(8, 0)).Offset);
        Assert.Equal(Day, JakartaTime.DayOf(new(2024, 6, 14, 23, 0, 0, TimeSpan.FromHours(1))));
    }
}
