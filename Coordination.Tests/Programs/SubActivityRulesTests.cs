using Coordination.Domain.Reference;

namespace Coordination.Tests.Programs;

public class SubActivityRulesTests
{
    private const string Regencies = "900.1.15.5-1317/2023";
    private const string Provinces = "90/2019";

    [Theory]
    [InlineData("19.05", Regencies, "2.16.03.2.01.0003")]
    [InlineData("19.05", Regencies, "X.XX.01.2.01.0001")]
    [InlineData("19.05", Regencies, "1.02.01.2.01.0001")]
    [InlineData("19", Provinces, "2.16.03.1.01.03")]
    public void A_known_sub_activity_of_the_own_tier_is_taken_in_silence(
        string government,
        string edition,
        string code
    ) => When(government, edition, code).ThenNotWarned();

    [Theory]
    [InlineData("19", Regencies, "2.16.03.2.01.0003")]
    [InlineData("19.05", Provinces, "2.16.03.1.01.03")]
    [InlineData("19.71", Provinces, "2.16.03.1.01.03")]
    public void A_sub_activity_of_the_other_tier_is_a_warning(string government, string edition, string code) =>
        When(government, edition, code).ThenWarned("sub-activity-tier");

    [Theory]
    [InlineData(Regencies, "1.02.02.2.01.0001")]
    [InlineData(Provinces, "2.16.03.2.01.03")]
    public void A_sub_activity_that_the_reference_data_does_not_carry_is_a_warning(string edition, string code) =>
        When("19.05", edition, code).ThenWarned("sub-activity-not-carried");

    [Theory]
    [InlineData(Regencies, "2.16.03.2.01.0999")]
    [InlineData("2025", "2.16.02.2.01.0001")]
    public void A_code_missing_from_an_affair_that_is_carried_is_refused(string edition, string code) =>
        When("19.05", edition, code).ThenRefused("sub-activity-unknown", "subActivity.code");

    [Theory]
    [InlineData(Regencies, "2.16.03.2.01")]
    [InlineData(Regencies, "2.16.03.3.01.0003")]
    [InlineData(Regencies, "2.16.03.2.01.0003\n")]
    [InlineData(Regencies, "Sub kegiatan jaringan")]
    [InlineData(Regencies, "")]
    [InlineData("2024", "2.16.03.2.01.0003")]
    public void A_malformed_code_or_an_edition_that_does_not_exist_is_refused(string edition, string code) =>
        When("19.05", edition, code).ThenRefused("sub-activity-malformed", "subActivity");

    [Fact]
    public void A_revision_is_warned_as_well() =>
        Given
            .Program()
            .When(Command.ReviseWith(Example.Details with { SubActivity = new(Provinces, "2.16.03.1.01.03") }))
            .ThenWarned("sub-activity-tier");

    private static Answer<Domain.Programs.IProgramEvent> When(string government, string edition, string code) =>
        Given.NoProgram.When(
            Command.Plan with
            {
                Government = government,
                Locations = [government],
                SubActivity = new SubActivityKey(edition, code),
            }
        );
}
