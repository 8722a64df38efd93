using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

public class LocationsAndScheduleTests
{
    [Fact]
    public void A_program_has_a_location() => RefuseLocations("locations-count");

    [Fact]
    public void A_program_has_at_most_500_locations() =>
        Given
            .NoProgram.When(
                Command.Plan with
                {
                    Locations = [.. Enumerable.Range(0, 501).Select(number => $"19.05.01.{number:0000}")],
                }
            )
            .ThenRefusedFor(("locations-count", "locations"), ("location-unknown", "locations"));

    [Theory]
    [InlineData("19.0")]
    [InlineData("19.05.01.9999")]
    [InlineData("1905")]
    [InlineData("19.05.")]
    public void A_location_is_known(string code) => RefuseLocations("location-unknown", "19.05.01.2004", code);

    [Theory]
    [InlineData("19.01")]
    [InlineData("19.01.01.2007")]
    [InlineData("19")]
    public void A_location_lies_within_the_government(string code) =>
        RefuseLocations("location-outside", "19.05.01.2004", code);

    [Fact]
    public void Unknown_and_outside_locations_are_told_apart() =>
        Given
            .NoProgram.When(Command.Plan with { Locations = ["19.05.01.9999", "19.01"] })
            .ThenRefusedFor(("location-unknown", "locations"), ("location-outside", "locations"));

    [Theory]
    [InlineData("2024-01-01", "2024-12-31", false)]
    [InlineData("2024-02-29", "2024-02-29", false)]
    [InlineData("2024-12-31", "2026-06-30", true)]
    public void A_schedule_lies_in_the_year_or_starts_in_it(string start, string end, bool multiYear)
    {
        var details = With(start, end, multiYear);
        Given.NoProgram.When(Command.PlanWith(details)).Then(Example.Planned with { Details = details });
    }

    [Theory]
    [InlineData("2023-12-31", "2024-06-30", false, "schedule-outside-year", "schedule.start")]
    [InlineData("2023-12-31", "2024-06-30", true, "schedule-outside-year", "schedule.start")]
    [InlineData("2024-06-01", "2025-01-01", false, "schedule-outside-year", "schedule.end")]
    [InlineData("2024-06-01", "2101-01-01", true, "schedule-outside-year", "schedule.end")]
    [InlineData("2024-06-02", "2024-06-01", false, "schedule-reversed", "schedule.end")]
    public void Any_other_schedule_is_refused(string start, string end, bool multiYear, string code, string field)
    {
        var details = With(start, end, multiYear);
        Given.NoProgram.When(Command.PlanWith(details)).ThenRefused(code, field);
        Given.Program().When(Command.ReviseWith(details)).ThenRefused(code, field);
    }

    private static ProgramDetails With(string start, string end, bool multiYear) =>
        Example.Details with
        {
            Schedule = new(Exact.Day(start), Exact.Day(end), multiYear),
        };

    private static void RefuseLocations(string code, params string[] locations)
    {
        var details = Example.Details with { Locations = [.. locations] };
        Given.NoProgram.When(Command.PlanWith(details)).ThenRefused(code, "locations");
        Given.Program().When(Command.ReviseWith(details)).ThenRefused(code, "locations");
    }
}
