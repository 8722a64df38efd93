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

    internal static readonly IReadOnlyList<object> All =
    [
        OpenPlan,
        new ChangePlanTarget(0.85m, ImplementationDefinition.CompletionByCost, "Hasil rapat koordinasi"),
        new AgreePlan("Disepakati dalam rapat koordinasi"),
        new ClosePlan("Tahun anggaran berakhir"),
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
