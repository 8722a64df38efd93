using Coordination.Domain.Assessments;
using Coordination.Domain.Coverage;
using Coordination.Domain.Funding;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Api.OpenApi;

/// <summary>An example of each command, as a planner, budget officer or coordinator of Kepulauan Bangka Belitung would give it.</summary>
internal static class CommandExamples
{
    private static readonly FundingDocument Dpa = new("DPA", "914/12/DPA/2024", new(2024, 1, 5));
    private static readonly FundingDocument Dipa = new("DIPA", "SP DIPA-059.03/2024", new(2024, 3, 1));

    internal static readonly OpenPlan OpenPlan = new(
        "19",
        2024,
        new(0.8m, ImplementationDefinition.Completion),
        "Rencana SPBE 2024"
    );

    internal static readonly PlanProgram PlanProgram = new()
    {
        Plan = "19-2024",
        Government = "19.05",
        Priority = "electronic-signature",
        Title = "Tanda tangan elektronik perangkat desa",
        Description = "Menerapkan TTE pada surat keterangan desa melalui SRIKANDI di Kecamatan Mentok.",
        SubActivity = new("900.1.15.5-1317/2023", "2.21.02.2.01.0004"),
        Locations = ["19.05.01"],
        Output = new("Desa yang memakai TTE", 4, "desa"),
        SpbeIndicators = [new(37, 4)],
        Schedule = new(new(2024, 3, 1), new(2024, 9, 30)),
        EstimatedCost = 120_000_000,
        LeadAgency = "Dinas Komunikasi dan Informatika Kabupaten Bangka Barat",
        Reference = "DKI-07",
    };

    private static readonly BudgetProgram Budget = new("APBD-KABKOTA", FundingStage.Allocated, 120_000_000, "1", Dpa);
    private static readonly RealiseFunds Realise = new(30_000_000.50m, new(2024, 5, 2), "1");
    private static readonly ReportProgress Report = new(40, new(2024, 6, 30), 2, "Dua desa sudah memakai");

    private static readonly RaiseConstraint Raise = new(
        ConstraintCategory.NetworkInfrastructure,
        ConstraintSeverity.Medium,
        "Sambungan internet kantor desa sering putus"
    );

    /// <summary>The commands that make the example's program what its answers show.</summary>
    internal static readonly IReadOnlyList<IProgramCommand> Played = [Budget, Realise, Report, Raise];

    private static readonly PublishIndex PublishIndex = new(
        [3.50m, 2.20m, 1.09m, 3.13m],
        2.61m,
        "KepmenPANRB 13/2024",
        new(2024, 1, 11)
    );

    /// <summary>Levels of Kabupaten Bangka Barat (contoh) whose domain values are those that the decree published for 2023.</summary>
    internal static readonly ComputeIndex ComputeIndex = new([
        2,
        3,
        4,
        5,
        5,
        3,
        3,
        3,
        3,
        4,
        2,
        2,
        2,
        3,
        2,
        2,
        2,
        2,
        3,
        2,
        1,
        1,
        1,
        1,
        1,
        2,
        1,
        1,
        1,
        1,
        1,
        3,
        3,
        3,
        3,
        3,
        5,
        2,
        3,
        2,
        3,
        3,
        4,
        2,
        2,
        4,
        5,
    ]);

    /// <summary>The commands that make the example's assessment what its answers show.</summary>
    internal static readonly IReadOnlyList<IAssessmentCommand> AssessmentPlayed =
    [
        new AssessIndicators([
            .. ComputeIndex.Levels!.Select(
                (level, index) => new IndicatorLevel(index + 1, level, "Bukti dukung (contoh)")
            ),
        ]),
        PublishIndex,
    ];

    internal static readonly ReportCoverage ReportCoverage = new(
        "19.05.03.2019",
        CoverageStatus.Uncovered,
        CoverageUnit.Hamlet,
        "Diskominfo Kabupaten Bangka Barat",
        new(2024, 4, 23),
        "Dusun Ujung"
    );

    internal static readonly IReadOnlyList<object> All =
    [
        OpenPlan,
        new ChangePlanTarget(0.85m, ImplementationDefinition.CompletionByCost, "Hasil rapat koordinasi"),
        new AgreePlan("Disepakati dalam rapat koordinasi"),
        new ClosePlan("Tahun anggaran berakhir"),
        new AcceptFinding("Kedua kegiatan melayani perangkat yang berbeda"),
        new ReopenFinding("Pembagian kerja berubah"),
        PlanProgram,
        Revision(),
        .. Played,
        new ReassignProgram("19", "Kewenangan provinsi"),
        new DeclareRelation(RelationKind.Complements, "19-2024-3HXVA"),
        new CorrectFunding(Dpa, new(2024, 4, 1), "Rasionalisasi anggaran", 110_000_000),
        new RequestApbnSupport("APBN-KL", "Kementerian Komunikasi dan Informatika", 50_000_000, new(2024, 2, 1)),
        new GrantApbnSupport(40_000_000, Dipa, new(2024, 3, 1)),
        new RejectApbnSupport("Kuota habis", new(2024, 3, 1)),
        new WithdrawApbnSupport("Sudah tertutup APBD", new(2024, 3, 1)),
        new CorrectRealisation("Salah ketik", 29_500_000),
        new ResolveConstraint("Jaringan sudah diganti"),
        new CompleteProgram(new(2024, 9, 20), 4, "https://contoh.go.id/bast/12"),
        new ReopenCompletion("Dua desa belum memakai"),
        new DeferProgram(2025, "Anggaran dialihkan"),
        new ResumeProgram("Anggaran kembali"),
        new CancelProgram("Dikerjakan oleh provinsi"),
        new AssessIndicator(3, "Perbup 21/2024 tentang arsitektur SPBE"),
        new AssessIndicators([
            new(1, 3, "Perbup 21/2024 tentang arsitektur SPBE"),
            new(17, 2, "https://contoh.go.id/jaringan-intra"),
        ]),
        new SubmitAssessment("Penilaian mandiri selesai"),
        new ReopenAssessment("Bukti indikator 17 salah unggah"),
        PublishIndex,
        ReportCoverage,
        ComputeIndex,
    ];

    private static ReviseProgram Revision() =>
        new()
        {
            Priority = PlanProgram.Priority,
            Title = "Tanda tangan elektronik desa dan kelurahan",
            Description = PlanProgram.Description,
            SubActivity = PlanProgram.SubActivity,
            Locations = PlanProgram.Locations,
            Output = PlanProgram.Output,
            SpbeIndicators = PlanProgram.SpbeIndicators,
            Schedule = PlanProgram.Schedule,
            EstimatedCost = PlanProgram.EstimatedCost,
            LeadAgency = PlanProgram.LeadAgency,
            Reference = PlanProgram.Reference,
            Reason = "Kelurahan ikut serta",
        };
}
