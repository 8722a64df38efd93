using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Tests.Harmonization;

/// <summary>What is an overlap and what is not, one program against another.</summary>
public class OverlapTests
{
    private static readonly ProgramDetails Training = Example.Details with
    {
        Title = "Bimtek TTE kepala desa Kecamatan Mentok",
        Description = "Melatih kepala desa memakai tanda tangan elektronik.",
        Output = new("Kepala desa dilatih", 6, "orang"),
        SubActivity = null,
        Locations = ["19.05.01"],
        Schedule = new(new(2024, 3, 1), new(2024, 8, 31)),
        EstimatedCost = 100_000_000,
    };

    private static readonly SpbeProgram Regency = SomePrograms.Of(1, "19.05", Training);

    /// <summary>The province does the same in other words.</summary>
    private static readonly SpbeProgram Province = SomePrograms.Of(
        2,
        "19",
        Training with
        {
            Title = "Pelatihan tanda tangan digital bagi kades di Bangka Barat",
            Description = "Lokakarya penandatanganan elektronik tersertifikasi untuk kepala desa.",
            Schedule = new(new(2024, 5, 1), new(2024, 10, 31)),
            EstimatedCost = 150_000_000,
        }
    );

    [Fact]
    public void The_same_work_at_the_same_place_and_time_is_an_overlap_whatever_the_words()
    {
        var overlap = Between(Regency, Province);

        Assert.Equal(OverlapGrade.Duplicate, overlap?.Grade);
        Assert.Equal((1m, Decimals(123, 184)), (overlap!.Place, overlap.Time));
    }

    [Fact]
    public void In_other_villages_it_is_none() =>
        Assert.Null(Between(Regency, Province.With(details => details with { Locations = ["19.05.02"] })));

    [Fact]
    public void One_after_the_other_it_is_none() =>
        Assert.Null(
            Between(
                Regency,
                Province.With(details => details with { Schedule = new(new(2024, 9, 1), new(2024, 12, 1)) })
            )
        );

    [Fact]
    public void Place_is_counted_in_villages_of_the_smaller_area()
    {
        var one = Regency.With(details => details with { Locations = ["19.05.01.2004", "19.05.01.2005"] });
        var other = Province.With(details => details with { Locations = ["19.05.01.2005", "19.05.02"] });

        Assert.Equal(0.5m, Between(one, other)?.Place);
        Assert.Equal(OverlapGrade.Overlap, Between(one, other)?.Grade);
    }

    [Fact]
    public void A_code_that_names_a_place_twice_counts_its_villages_once() =>
        Assert.Equal(
            Between(Regency, Province)?.Place,
            Between(
                Regency,
                Province.With(details => details with { Locations = ["19.05", "19.05.01", "19.05.01.2006"] })
            )?.Place
        );

    [Fact]
    public void The_same_code_alone_is_never_enough()
    {
        var one = Regency.With(details =>
            details with
            {
                SubActivity = new("900.1.15.5-1317/2023", "2.21.02.2.01.0004"),
            }
        );
        var other = Province.With(details =>
            details with
            {
                Title = "Layanan persandian rapat pimpinan",
                Description = "Pengamanan sinyal ruang rapat.",
                Output = new("Rapat diamankan", 10, "kali"),
                SubActivity = new("90/2019", "2.21.02.1.01.04"),
            }
        );

        Assert.True(WorkCode.Of(one.Details.SubActivity)!.IsSameAs(WorkCode.Of(other.Details.SubActivity)));
        Assert.Null(Between(one, other));
    }

    [Fact]
    public void The_same_code_adds_to_what_the_words_say()
    {
        var one = Regency.With(details =>
            details with
            {
                SubActivity = new("900.1.15.5-1317/2023", "2.21.02.2.01.0004"),
            }
        );
        var other = Province.With(details => details with { SubActivity = new("90/2019", "2.21.02.1.01.04") });

        Assert.True(Between(one, other)!.Work > Between(Regency, Province)!.Work);
    }

    [Fact]
    public void Another_activity_with_the_same_subject_is_other_work() =>
        Assert.Null(
            Between(
                Regency,
                Province.With(details =>
                    details with
                    {
                        Title = "Penerbitan sertifikat TTE kepala desa",
                        Description = "Menerbitkan sertifikat elektronik kepala desa.",
                    }
                )
            )
        );

    [Fact]
    public void The_same_for_other_people_is_other_work() =>
        Assert.Null(
            Between(
                Regency,
                Province.With(details =>
                    details with
                    {
                        Title = "Pelatihan tanda tangan digital bagi pelaku UMKM",
                        Description = "Lokakarya penandatanganan elektronik untuk UMKM.",
                        Output = new("UMKM dilatih", 6, "orang"),
                    }
                )
            )
        );

    [Theory]
    [InlineData(
        "Penyusunan peraturan gubernur tentang arsitektur SPBE",
        "Penyusunan peraturan bupati tentang arsitektur SPBE"
    )]
    [InlineData("Migrasi aplikasi perangkat daerah provinsi ke PDN", "Migrasi aplikasi perangkat daerah ke PDN")]
    [InlineData("Pelatihan keamanan siber ASN Pemprov", "Pelatihan keamanan siber ASN Pemkab")]
    [InlineData("Audit TIK perangkat daerah", "Audit TIK perangkat daerah")]
    public void What_each_government_must_do_for_itself_is_none_however_alike(string ofProvince, string ofRegency)
    {
        var one = Province.With(details =>
            details with
            {
                Title = ofProvince,
                Description = "Satu paket.",
                Locations = ["19"],
            }
        );
        var other = Regency.With(details =>
            details with
            {
                Title = ofRegency,
                Description = "Satu paket.",
                Locations = ["19.05"],
            }
        );

        Assert.Null(Between(one, other));
    }

    [Fact]
    public void But_what_the_province_does_for_a_regency_is() =>
        Assert.NotNull(
            Between(
                Province.With(details =>
                    details with
                    {
                        Title = "Migrasi aplikasi Kabupaten Bangka Barat ke PDN",
                        Description = "Provinsi memindahkan aplikasi perangkat daerah kabupaten.",
                        Locations = ["19.05"],
                    }
                ),
                Regency.With(details =>
                    details with
                    {
                        Title = "Migrasi aplikasi perangkat daerah ke PDN",
                        Description = "Memindahkan aplikasi ke Pusat Data Nasional.",
                        Locations = ["19.05"],
                    }
                )
            )
        );

    [Fact]
    public void Phases_of_one_work_are_none()
    {
        var first = Regency.With(details => details with { Title = $"{details.Title} tahap I" });
        var second = Regency.With(details => details with { Title = $"{details.Title} tahap II" }) with
        {
            Id = Province.Id,
        };

        Assert.Null(Between(first, second));
        Assert.NotNull(Between(first, second.With(details => details with { Title = $"{Training.Title} tahap I" })));
    }

    [Fact]
    public void A_declared_follows_is_none() =>
        Assert.Null(Between(Regency, Province with { Relations = [new(RelationKind.Follows, Regency.Id)] }));

    [Theory]
    [InlineData(RelationKind.Complements)]
    [InlineData(RelationKind.SharesCost)]
    public void A_declared_pair_is_complementary_whatever_the_score(RelationKind kind)
    {
        var far = Province.With(details =>
            details with
            {
                Title = "Lomba gim",
                Description = "Pameran.",
                Locations = ["19.71"],
            }
        ) with
        {
            Relations = [new(kind, Regency.Id)],
        };

        Assert.Equal(OverlapGrade.Complementary, Between(Regency, far)?.Grade);
        Assert.Single(((SpbeProgram[])[Regency, far]).Index().FindAll());
    }

    [Fact]
    public void A_program_that_is_not_active_makes_none() =>
        Assert.Null(Between(Regency, Province with { CancellationReason = "Ganda" }));

    [Fact]
    public void At_stake_is_the_smaller_cost_in_the_shared_places()
    {
        var one = Regency.With(details =>
            details with
            {
                Locations = ["19.05.01.2004", "19.05.01.2005", "19.05.01.2006"],
            }
        );
        var other = Province.With(details => details with { Locations = ["19.05.01.2005", "19.05.02"] });

        // A third of Rp100.000.000, to the rupiah.
        Assert.Equal(33_333_300m, OverlapFindings.Of(Between(one, other)!).AtStake);
    }

    [Fact]
    public void The_reasons_name_words_villages_and_days_for_one_who_reads_only_them()
    {
        var finding = OverlapFindings.Of(Between(Regency, Province)!);
        var text = string.Join('\n', finding.Evidence.Reasons);

        Assert.Contains("Both are about 'tanda tangan elektronik'", text, StringComparison.Ordinal);
        Assert.Contains("Both do training", text, StringComparison.Ordinal);
        Assert.Contains("Both are for village officials", text, StringComparison.Ordinal);
        Assert.Contains("villages of the smaller area: ", text, StringComparison.Ordinal);
        Assert.Contains(
            "123 of the 184 days of the shorter, from 2024-05-01 to 2024-08-31",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("× √(place 1 × time ", text, StringComparison.Ordinal);
        Assert.Equal(
            (FindingSeverity.High, RecommendedDecision.Merge),
            (finding.Severity, finding.Recommendation.Decision)
        );
    }

    [Fact]
    public void Progress_does_not_change_the_fingerprint_and_the_title_does()
    {
        var before = OverlapFindings.Of(Between(Regency, Province)!);
        var moved = Regency with { Progress = [new(40, new(2024, 6, 1), null, null, null)] };
        var renamed = Regency.With(details => details with { Title = "Bimtek TTE untuk kepala desa di Mentok" });

        Assert.Equal(before.Fingerprint, OverlapFindings.Of(Between(moved, Province)!).Fingerprint);
        Assert.NotEqual(before.Fingerprint, OverlapFindings.Of(Between(renamed, Province)!).Fingerprint);
        Assert.Equal(before.Id, OverlapFindings.Of(Between(renamed, Province)!).Id);
    }

    private static Overlap? Between(SpbeProgram one, SpbeProgram other) => Overlap.Between(new(one), new(other));

    private static decimal Decimals(int part, int whole) => Coordination.Domain.Decimals.Rate((decimal)part / whole);
}
