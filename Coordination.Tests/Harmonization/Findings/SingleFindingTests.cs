using Coordination.Domain.Coverage;
using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Harmonization.Findings;

/// <summary>Findings about one program, one government or one village: when they are raised, and when not.</summary>
public class SingleFindingTests
{
    private const string Village = "19.05.03.2019";

    private static readonly SpbeProgram Program = SomePrograms.Of(1, "19.05", Example.Details);

    private static readonly CoverageMap Uncovered = new(
        [new(Village, null, CoverageStatus.Uncovered, CoverageUnit.Village, "Diskominfo", new(2024, 1, 15))],
        Example.Today
    );

    [Theory]
    [InlineData("Pembangunan aplikasi pengaduan warga", "Membuat aplikasi aduan.", true)]
    [InlineData("Integrasi aplikasi layanan warga dengan SP4N-LAPOR", "Menghubungkan aplikasi pengaduan.", false)]
    [InlineData("Pelatihan admin pengaduan", "Melatih admin kanal pengaduan.", false)]
    [InlineData("Pengembangan e-office kabupaten", "Membangun aplikasi persuratan dan disposisi.", true)]
    [InlineData("Pembangunan aplikasi antrean puskesmas", "Membuat aplikasi antrean.", false)]
    public void Building_what_a_national_application_does_is_a_duplicate_of_it(
        string title,
        string description,
        bool isFound
    ) => Assert.Equal(isFound, Has(FindingKind.NationalDuplicate, Told(title, description)));

    [Theory]
    [InlineData("Pembangunan menara BTS Desa Air Kuang", "Dinas membangun menara seluler.", true)]
    [InlineData("Dukungan lahan menara BTS BAKTI", "Menyiapkan lahan pinjam pakai.", false)]
    [InlineData("Penertiban frekuensi radio nelayan", "Penertiban pemakaian frekuensi.", true)]
    [InlineData("Sosialisasi izin frekuensi radio", "Penyuluhan bagi nelayan.", false)]
    [InlineData("Internet satelit kantor desa", "Memasang VSAT.", false)]
    public void Work_of_the_centre_is_outside_of_a_regions_authority(string title, string description, bool isFound) =>
        Assert.Equal(isFound, Has(FindingKind.Authority, Told(title, description)));

    [Fact]
    public void An_electronic_signature_before_the_internet_lacks_its_prerequisite()
    {
        var service = Told("Penerapan TTE di kantor desa", "Menandatangani surat secara elektronik.").With(InVillage);

        var finding = Assert.Single(Of(FindingKind.Prerequisite, service));
        Assert.Equal([Village], finding.Locations);
        Assert.Contains("Diskominfo", finding.Evidence.Reasons[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Internet_that_ends_before_it_begins_is_the_prerequisite_and_later_internet_moves_the_start()
    {
        var service = Told("Penerapan TTE di kantor desa", "Menandatangani surat secara elektronik.").With(InVillage);
        var internet = Internet(new(2024, 1, 1), new(2024, 1, 31));
        var late = Internet(new(2024, 1, 1), new(2024, 5, 31));

        Assert.False(Has(FindingKind.Prerequisite, service, internet));
        var finding = Assert.Single(Of(FindingKind.Prerequisite, service, late));
        Assert.Equal(
            (RecommendedDecision.Reschedule, new DateOnly(2024, 6, 1)),
            (finding.Recommendation.Decision, finding.Recommendation.Start)
        );
        Assert.False(
            Has(
                FindingKind.Prerequisite,
                service.With(details => details with { Schedule = details.Schedule with { Start = new(2024, 6, 1) } }),
                late
            )
        );
    }

    [Theory]
    [InlineData("19.05")]
    [InlineData("19.05.01.2006")]
    public void Wide_programs_and_places_of_which_nothing_is_known_need_no_prerequisite(string location) =>
        Assert.False(
            Has(
                FindingKind.Prerequisite,
                Told("Penerapan TTE", "Menandatangani surat secara elektronik.")
                    .With(details => details with { Locations = [location] })
            )
        );

    [Fact]
    public void An_uncovered_village_is_a_gap_until_a_program_brings_internet_and_land_for_a_tower_brings_none()
    {
        Assert.Equal([Village], Villages(Program));
        Assert.Equal([Village], Villages(Told("Dukungan lahan BTS", "Menyiapkan lahan untuk BTS.").With(InVillage)));
        Assert.Equal(
            [Village],
            Villages(Told("Pelatihan internet sehat", "Melatih warga memakai internet.").With(InVillage))
        );
        Assert.Empty(Villages(Internet(new(2024, 1, 1), new(2024, 12, 31))));
        Assert.Equal(
            [Village],
            Villages(Internet(new(2024, 1, 1), new(2024, 12, 31)) with { CancellationReason = "Tidak jadi" })
        );
    }

    [Fact]
    public void A_priority_without_an_active_program_is_a_gap_of_its_government()
    {
        // Eight governments, twelve priorities, one program.
        Assert.Equal(95, Of(FindingKind.Gap, Program).Count(finding => finding.Locations.Count == 0));
        Assert.Equal(
            96,
            Of(FindingKind.Gap, Program with { CancellationReason = "Tidak jadi" })
                .Count(finding => finding.Locations.Count == 0)
        );
    }

    [Fact]
    public void What_is_not_allocated_is_a_gap_of_funding_as_severe_as_its_share()
    {
        Assert.Equal(FindingSeverity.Medium, Assert.Single(Of(FindingKind.FundingGap, Funded(600_000_000))).Severity);
        Assert.Equal(FindingSeverity.High, Assert.Single(Of(FindingKind.FundingGap, Program)).Severity);
        Assert.Equal(400_000_000, Assert.Single(Of(FindingKind.FundingGap, Funded(600_000_000))).AtStake);
        Assert.Empty(Of(FindingKind.FundingGap, Funded(1_000_000_000)));
    }

    [Fact]
    public void An_open_request_is_to_be_decided_before_another_is_made()
    {
        var asked = Boards.Program(Example.Requested);

        Assert.Equal(
            RecommendedDecision.RequestApbn,
            Assert.Single(Of(FindingKind.FundingGap, Program)).Recommendation.Decision
        );
        Assert.Equal(
            RecommendedDecision.FollowUp,
            Assert.Single(Of(FindingKind.FundingGap, asked)).Recommendation.Decision
        );
    }

    [Fact]
    public void More_than_the_cost_is_double_funding()
    {
        Assert.Equal(1, Assert.Single(Of(FindingKind.DoubleFunding, Funded(1_000_000_001))).AtStake);
        Assert.Empty(Of(FindingKind.DoubleFunding, Funded(1_000_000_000)));
    }

    [Theory]
    [InlineData("APBN-KL", FindingSeverity.High)]
    [InlineData("APBD-KABKOTA", FindingSeverity.Low)]
    public void One_document_for_two_programs_is_double_funding(string source, FindingSeverity severity)
    {
        var one = Funded(100_000_000, source);
        var other = Funded(300_000_000, source) with { Id = "19.05-2024-00002" };

        var finding = Assert.Single(Of(FindingKind.DoubleFunding, one, other));
        Assert.Equal(severity, finding.Severity);
        Assert.Equal([one.Id, other.Id], finding.Programs);
        Assert.Empty(Of(FindingKind.DoubleFunding, one, Funded(1, "HIBAH") with { Id = other.Id }));
    }

    [Fact]
    public void Past_its_end_and_not_completed_a_program_is_late()
    {
        var late = Program.With(details => details with { Schedule = new(new(2024, 1, 1), new(2024, 6, 14)) });

        Assert.Equal(FindingSeverity.Low, Assert.Single(Of(FindingKind.Schedule, late)).Severity);
        Assert.Empty(Of(FindingKind.Schedule, Program));
        Assert.Empty(Of(FindingKind.Schedule, late with { Completion = new(new(2024, 6, 1), 1, "BAST", null) }));
    }

    [Fact]
    public void An_open_constraint_of_high_severity_blocks()
    {
        Assert.Single(Of(FindingKind.Constraint, Boards.Program(Example.Raised)));
        Assert.Empty(Of(FindingKind.Constraint, Boards.Program(Example.Raised, Example.Resolved)));
        Assert.Empty(
            Of(FindingKind.Constraint, Boards.Program(Example.Raised with { Severity = ConstraintSeverity.Medium }))
        );
    }

    [Fact]
    public void A_government_misses_the_target_when_what_is_late_cannot_be_made_good()
    {
        var late = Program.With(details => details with { Schedule = new(new(2024, 1, 1), new(2024, 5, 31)) });
        var onTime = SomePrograms.Of(2, "19.05", Example.Details);

        Assert.DoesNotContain("19.05", Missing(onTime));
        Assert.Contains("19.05", Missing(late));
        Assert.Contains("19.05", Missing(late, onTime));
        Assert.Contains("19.71", Missing(onTime));
    }

    [Fact]
    public void Where_a_plan_measures_maturity_the_forecast_decides_and_without_one_nothing_is_said()
    {
        var plan = Example.Plan with { Target = new(0.8m, ImplementationDefinition.Maturity) };

        var found = Harmonizer.Find(
            plan,
            [Program],
            CoverageMap.Unknown,
            Example.Today,
            new Dictionary<string, decimal> { ["19.01"] = 0.7m, ["19.02"] = 0.9m }
        );
        Assert.Equal(
            ["19.01"],
            found.Where(finding => finding.Kind == FindingKind.Target).SelectMany(finding => finding.Governments)
        );
    }

    private static SpbeProgram Told(string title, string description) =>
        Program.With(details =>
            details with
            {
                Title = title,
                Description = description,
                Output = new("Hasil", 1, "unit"),
                Priority = "electronic-signature",
            }
        );

    private static ProgramDetails InVillage(ProgramDetails details) => details with { Locations = [Village] };

    private static SpbeProgram Internet(DateOnly start, DateOnly end) =>
        SomePrograms.Of(
            3,
            "19.05",
            Example.Details with
            {
                Title = "Pemasangan VSAT kantor desa",
                Description = "Memasang internet satelit.",
                Locations = ["19.05.03"],
                Schedule = new(start, end),
            }
        );

    private static SpbeProgram Funded(decimal amount, string source = "APBD-KABKOTA") =>
        Program with
        {
            Funding = [new("1", source, FundingStage.Allocated, amount, Example.Dpa, null)],
        };

    private static IEnumerable<string> Villages(params SpbeProgram[] programs) =>
        Of(FindingKind.Gap, programs).SelectMany(finding => finding.Locations);

    private static IEnumerable<string> Missing(params SpbeProgram[] programs) =>
        Of(FindingKind.Target, programs).SelectMany(finding => finding.Governments);

    private static bool Has(FindingKind kind, params SpbeProgram[] programs) => Of(kind, programs).Count > 0;

    private static List<Finding> Of(FindingKind kind, params SpbeProgram[] programs) =>
        [.. Harmonizer.Find(Example.Plan, programs, Uncovered, Example.Today).Where(finding => finding.Kind == kind)];
}
