using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Tests;

/// <summary>For each command on a program one that is accepted where it fits, and yields the event of the same name in
/// <see cref="Example"/>.</summary>
internal static class Command
{
    internal static readonly PlanProgram Plan = PlanWith(Example.Details);
    internal static readonly ReviseProgram Revise = ReviseWith(Example.Details);
    internal static readonly ReassignProgram Reassign = new("19", "Kewenangan provinsi");
    internal static readonly DeclareRelation Relate = new(RelationKind.Complements, Example.OtherId);
    internal static readonly WithdrawRelation Unrelate = new(RelationKind.Complements, Example.OtherId);

    internal static readonly BudgetProgram Budget = new(
        "APBD-KABKOTA",
        FundingStage.Allocated,
        600_000_000,
        "1",
        Example.Dpa
    );

    internal static readonly CorrectFunding CorrectFunding = new(
        Example.Dpa,
        new(2024, 4, 1),
        "Rasionalisasi anggaran",
        500_000_000
    )
    {
        Line = "1",
    };

    internal static readonly RequestApbnSupport Request = new(
        "APBN-BAKTI",
        "Kementerian Komunikasi dan Informatika",
        400_000_000,
        new(2024, 2, 1)
    );

    internal static readonly GrantApbnSupport Grant = new(300_000_000, Example.Dipa, new(2024, 3, 1))
    {
        Request = "r1",
    };
    internal static readonly RejectApbnSupport Reject = new("Kuota habis", new(2024, 3, 1)) { Request = "r1" };
    internal static readonly WithdrawApbnSupport Withdraw = new("Ganda", new(2024, 3, 1)) { Request = "r1" };
    internal static readonly RealiseFunds Realise = new(100_000_000, new(2024, 5, 2), "1", Document: Example.Sp2d);

    internal static readonly CorrectRealisation CorrectRealisation = new("Salah ketik", 90_000_000, new(2024, 5, 3))
    {
        Number = 1,
    };

    internal static readonly ReportProgress Report = new(40, new(2024, 5, 31));

    internal static readonly RaiseConstraint Raise = new(
        ConstraintCategory.NetworkInfrastructure,
        ConstraintSeverity.High,
        "Tiang belum berizin"
    );

    internal static readonly ResolveConstraint Resolve = new("Izin terbit") { Constraint = "c1" };
    internal static readonly CompleteProgram Complete = new(new(2024, 6, 10), 12, "BAST 12/2024");
    internal static readonly ReopenCompletion Reopen = new("Dua desa belum menyala");
    internal static readonly DeferProgram Defer = new(2025, "Anggaran dialihkan");
    internal static readonly ResumeProgram Resume = new("Anggaran kembali");
    internal static readonly CancelProgram Cancel = new("Dikerjakan BAKTI");
    internal static readonly MergeProgram Merge = new(Example.OtherId, "rakor-1/d2", "Pekerjaan yang sama");

    internal static PlanProgram PlanWith(ProgramDetails details) =>
        new()
        {
            Plan = Example.PlanId,
            Government = Example.Regency,
            Priority = details.Priority,
            Title = details.Title,
            Description = details.Description,
            SubActivity = details.SubActivity,
            Locations = details.Locations,
            Output = details.Output,
            SpbeIndicators = details.SpbeIndicators,
            Schedule = details.Schedule,
            EstimatedCost = details.EstimatedCost,
            LeadAgency = details.LeadAgency,
            Reference = details.Reference,
        };

    internal static ReviseProgram ReviseWith(ProgramDetails details) =>
        new()
        {
            Priority = details.Priority,
            Title = details.Title,
            Description = details.Description,
            SubActivity = details.SubActivity,
            Locations = details.Locations,
            Output = details.Output,
            SpbeIndicators = details.SpbeIndicators,
            Schedule = details.Schedule,
            EstimatedCost = details.EstimatedCost,
            LeadAgency = details.LeadAgency,
            Reference = details.Reference,
            Reason = "Hasil desk Bappeda",
        };
}
