using Coordination.Domain.Funding;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Tests;

/// <summary>
/// One plan and one program of Kabupaten Bangka Barat (19.05) that costs Rp1.000.000.000, with one event of each kind.
/// Specifications change what they are about by <c>with</c>.
/// </summary>
internal static class Example
{
    internal const string PlanId = "19-2024";
    internal const string Regency = "19.05";
    internal const string Id = "19.05-2024-7KQ2M";
    internal const string OtherId = "19.01-2024-3HXVA";

    /// <summary>15 June 2024, 10.00 in Jakarta.</summary>
    internal static readonly DateTimeOffset Now = new(2024, 6, 15, 3, 0, 0, TimeSpan.Zero);
    internal static readonly DateOnly Today = new(2024, 6, 15);
    internal static readonly DateOnly Tomorrow = new(2024, 6, 16);

    internal static readonly FundingDocument Dpa = new("DPA", "914/12/DPA/2024", new(2024, 1, 5));
    internal static readonly FundingDocument Dipa = new("DIPA", "SP DIPA-059.03/2024", new(2024, 3, 1));
    internal static readonly FundingDocument Sp2d = new("SP2D", "00317/SP2D/LS/2024", new(2024, 5, 2));

    internal static readonly PlanTarget Target = new(0.8m, ImplementationDefinition.Completion);
    internal static readonly PlanOpened PlanOpened = new(PlanId, "19", 2024, Target);
    internal static readonly Plan Plan = PlanFold.Evolve(null, PlanOpened);
    internal static readonly Plan ClosedPlan = PlanFold.Evolve(Plan, new PlanClosed(PlanId));

    internal static readonly ProgramDetails Details = new()
    {
        Priority = "village-internet",
        Title = "Internet desa Kecamatan Mentok",
        Description = "Menara dan sambungan internet bagi dua desa yang belum tercakup.",
        Locations = ["19.05.01.2004", "19.05.01.2005"],
        Output = new("Desa yang tersambung", 12, "desa"),
        SpbeIndicators = [new(17, 3)],
        Schedule = new(new(2024, 2, 1), new(2024, 11, 30)),
        EstimatedCost = 1_000_000_000,
        LeadAgency = "Dinas Komunikasi dan Informatika",
        Reference = "DKI-07",
    };

    internal static readonly SubActivityKey SubActivity = new("900.1.15.5-1317/2023", "2.16.03.2.01.0003");

    internal static readonly ProgramPlanned Planned = new(PlanId, Regency, Details);
    internal static readonly ProgramRevised Revised = new(PlanId, Regency, Details, "Hasil desk Bappeda");
    internal static readonly ProgramReassigned Reassigned = new(PlanId, "19", Regency, "Kewenangan provinsi");
    internal static readonly RelationDeclared Related = new(PlanId, Regency, RelationKind.Complements, OtherId);
    internal static readonly RelationWithdrawn Unrelated = new(PlanId, Regency, RelationKind.Complements, OtherId);

    /// <summary>Line 1: Rp600.000.000 of the regency's own budget, allocated.</summary>
    internal static readonly ProgramBudgeted Budgeted = new(
        PlanId,
        Regency,
        "1",
        "APBD-KABKOTA",
        FundingStage.Allocated,
        600_000_000,
        Dpa,
        null
    );

    internal static readonly FundingCorrected Corrected = new(
        PlanId,
        Regency,
        "1",
        FundingStage.Allocated,
        500_000_000,
        Dpa,
        new(2024, 4, 1),
        "Rasionalisasi anggaran"
    );

    /// <summary>Request r1: Rp400.000.000 of BAKTI, asked for on 1 February.</summary>
    internal static readonly ApbnSupportRequested Requested = new(
        PlanId,
        Regency,
        "r1",
        "APBN-BAKTI",
        "Kementerian Komunikasi dan Informatika",
        400_000_000,
        new(2024, 2, 1)
    );

    /// <summary>Rp300.000.000 of request r1, granted on 1 March.</summary>
    internal static readonly ApbnSupportGranted Granted = new(
        PlanId,
        Regency,
        "r1",
        300_000_000,
        Dipa,
        new(2024, 3, 1),
        null
    );

    internal static readonly ApbnSupportRejected Rejected = new(PlanId, Regency, "r1", "Kuota habis", new(2024, 3, 1));
    internal static readonly ApbnSupportWithdrawn Withdrawn = new(PlanId, Regency, "r1", "Ganda", new(2024, 3, 1));

    /// <summary>Payment 1: Rp100.000.000 from line 1.</summary>
    internal static readonly FundsRealised Realised = new(PlanId, Regency, 1, "1", 100_000_000, new(2024, 5, 2), Sp2d);

    internal static readonly RealisationCorrected RealisationCorrected = new(
        PlanId,
        Regency,
        1,
        90_000_000,
        new(2024, 5, 3),
        Sp2d,
        "Salah ketik"
    );

    internal static readonly ProgressReported Progressed = new(PlanId, Regency, 40, new(2024, 5, 31), null, null, null);

    internal static readonly ConstraintRaised Raised = new(
        PlanId,
        Regency,
        "c1",
        ConstraintCategory.NetworkInfrastructure,
        ConstraintSeverity.High,
        "Tiang belum berizin"
    );

    internal static readonly ConstraintResolved Resolved = new(PlanId, Regency, "c1", "Izin terbit");
    internal static readonly ProgramCompleted Completed = new(
        PlanId,
        Regency,
        new(2024, 6, 10),
        12,
        "BAST 12/2024",
        null
    );
    internal static readonly CompletionReopened Reopened = new(PlanId, Regency, "Dua desa belum menyala");
    internal static readonly ProgramDeferred Deferred = new(PlanId, Regency, 2025, "Anggaran dialihkan");
    internal static readonly ProgramResumed Resumed = new(PlanId, Regency, "Anggaran kembali");
    internal static readonly ProgramCancelled Cancelled = new(PlanId, Regency, "Dikerjakan BAKTI");

    /// <summary>The other program was merged into this one, which took over Rp250.000.000 of its line 3.</summary>
    internal static readonly MergedProgramReceived Received = new(
        PlanId,
        Regency,
        OtherId,
        "rakor-1/d1",
        [new("m1", "APBD-PROV", FundingStage.Allocated, 250_000_000, Dpa, null, "3")]
    );

    internal static readonly ProgramMerged Merged = new(
        PlanId,
        Regency,
        OtherId,
        "rakor-1/d2",
        [new("1", 90_000_000, 410_000_000, "m1")],
        "Pekerjaan yang sama"
    );
}
