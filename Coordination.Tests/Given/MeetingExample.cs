using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Meetings;

namespace Coordination.Tests;

/// <summary>A meeting on plan 19-2024, with one event of each kind and the command that yields it.</summary>
internal static class MeetingExample
{
    internal const string Id = "19-2024-003";
    internal const string Finding = "overlap-0a1b2c3d4e5f";

    internal static readonly MeetingScheduled Scheduled = new(
        Example.PlanId,
        "Rapat koordinasi SPBE triwulan II",
        new(2024, 6, 15),
        new(9, 0),
        "Kantor Gubernur",
        "Sekretaris Daerah Provinsi",
        [new("Internet dua desa Mentok", Finding)]
    );
    internal static readonly AgendaChanged Changed = new(Example.PlanId, [new("Lain-lain")]);
    internal static readonly MeetingOpened Opened = new(Example.PlanId, 40, Example.Today);
    internal static readonly AttendanceRecorded Attended = new(
        Example.PlanId,
        [new("Sri Wahyuni", "Kepala Dinas Kominfo", "19.05"), new("Budi Santoso", "BAKTI Komdigi")]
    );

    internal static readonly Cancel Cancel = new(Example.Id) { Reason = "Sudah dikerjakan provinsi" };
    internal static readonly DecisionRecorded Recorded = new(
        Example.PlanId,
        1,
        Cancel,
        Finding,
        DecisionBy.Chair,
        ["Diskominfo: pagu sudah ditetapkan"]
    );
    internal static readonly DecisionFailed Failed = new(Example.PlanId, 1, "Program sudah dibatalkan.");
    internal static readonly DecisionRetried Retried = new(Example.PlanId, 1);
    internal static readonly DecisionApplied Applied = new(Example.PlanId, 1, [new(Example.Id, 3, 3)]);

    internal static readonly FollowUpAssigned Assigned = new(
        Example.PlanId,
        1,
        "Ajukan dukungan BAKTI",
        "Kepala Bidang Infrastruktur",
        "Dinas Kominfo",
        "19.05",
        new(2024, 7, 31),
        new FundingAllocated(Example.Id, 900_000_000),
        null
    );
    internal static readonly FollowUpReported Reported = new(Example.PlanId, 1, true, "Surat sudah dikirim");
    internal static readonly FollowUpChecked Checked = new(
        Example.PlanId,
        1,
        CheckResult.Contradicted,
        "Reported as done, but: Program 19.05-2024-7KQ2M has Rp600.000.000 allocated; Rp900.000.000 were expected.",
        new(2024, 8, 1)
    );

    private const string Text = """{"form":1}""";
    internal static readonly DraftMinutes Draft = new(2, new(45, Example.Today), Text);
    internal static readonly MeetingClosed Closed = new(
        Example.PlanId,
        45,
        Example.Today,
        Text,
        SealedForm.DigestOf(Text)
    );

    /// <summary>As it is sealed when it is the first of these minutes.</summary>
    internal static readonly string AddendumText =
        $$"""{"addendum":1,"form":1,"meeting":"{{Id}}","previous":"{{Closed.Digest}}","sealedOn":"2024-06-15","text":"Daftar hadir"}""";
    internal static readonly AddendumSealed Added = new(
        Example.PlanId,
        1,
        "Daftar hadir",
        Example.Today,
        AddendumText,
        SealedForm.DigestOf(AddendumText)
    );

    /// <summary>One event of each kind, in an order in which they may follow each other.</summary>
    internal static IReadOnlyList<IMeetingEvent> Events { get; } =
    [
        Scheduled,
        Changed,
        Opened,
        Attended,
        Recorded,
        Failed,
        Retried,
        Applied,
        Assigned,
        Reported,
        Checked,
        Closed,
        Added,
    ];
}
