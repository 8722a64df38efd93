using System.Text.Json;
using Coordination.Api.Audit;
using Coordination.Api.EventChain;
using Coordination.Api.EventStore;

namespace Coordination.Api.OpenApi;

/// <summary>Examples of what was recorded and whether it still is.</summary>
internal static class AuditExamples
{
    private static readonly ChainHead Head = new(2, new string('4', 64), 1012);

    /// <summary>That a program was budgeted, and what changed by it.</summary>
    internal static AuditEvent Event { get; } =
        new(
            1043,
            new(2024, 7, 1, 2, 0, 0, TimeSpan.Zero),
            "program_budgeted",
            "19.05-2024-7KQ2M",
            2,
            CommandExamples.PlanProgram.Title,
            "19-2024",
            "19.05",
            "Kabupaten Bangka Barat",
            "siti",
            "budget-officer",
            "19.05",
            "Kabupaten Bangka Barat",
            "DPA ditetapkan",
            null,
            JsonSerializer.SerializeToElement(
                new
                {
                    plan = "19-2024",
                    government = "19.05",
                    line = "1",
                    source = "APBD-KABKOTA",
                    stage = "allocated",
                    amount = 50_000_000,
                }
            ),
            [
                new(
                    "status",
                    JsonSerializer.SerializeToElement("planned"),
                    JsonSerializer.SerializeToElement("budgeted")
                ),
                new("funding[0].amount", null, JsonSerializer.SerializeToElement(50_000_000)),
            ]
        );

    internal static Verification Verification { get; } =
        new(
            Intact: false,
            Batches: 2,
            Events: 1040,
            Pending: 0,
            Head,
            new(
                ChainFaultKind.Changed,
                3,
                1043,
                null,
                "19.05-2024-7KQ2M",
                3,
                "funds_realised",
                "The event at position 1043 (batch 3), now 'funds_realised' 3 of stream '19.05-2024-7KQ2M', is not what was recorded: it has been changed."
            )
        );
}
