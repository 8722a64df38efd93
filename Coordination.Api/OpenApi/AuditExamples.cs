using Coordination.Api.EventChain;

namespace Coordination.Api.OpenApi;

/// <summary>Examples of what was recorded and whether it still is.</summary>
internal static class AuditExamples
{
    private static readonly ChainHead Head = new(2, new string('4', 64), 1012);

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
