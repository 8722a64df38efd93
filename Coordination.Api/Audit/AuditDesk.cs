using Coordination.Api.EventChain;
using Coordination.Api.Http;

namespace Coordination.Api.Audit;

/// <summary>Where a verification is asked for: one at a time at a node, because it reads every event that there is.</summary>
internal sealed class AuditDesk(ChainVerifier verifier) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    internal async Task<(Verification? Found, Problem? Problem)> VerifyAsync(
        string? head,
        CancellationToken cancellation
    )
    {
        KeptHead? kept = null;
        if (!string.IsNullOrWhiteSpace(head) && (kept = KeptHead.Parse(head)) is null)
            return (null, Problem.Malformed("head", KeptHead.Fault(head)));
        if (!await turn.WaitAsync(TimeSpan.Zero, cancellation))
            return (null, Problem.VerificationRuns());
        try
        {
            return (await verifier.VerifyAsync(kept, cancellation), null);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
