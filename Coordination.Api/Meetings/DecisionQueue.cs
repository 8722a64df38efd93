using Marten;

namespace Coordination.Api.Meetings;

/// <summary>Hands decisions over to be applied.</summary>
internal sealed class DecisionQueue
{
    /// <summary>Queues what will apply a decision, in the transaction that records or retries it.</summary>
    internal void Put(IDocumentSession session, string meeting, int decision) { }
}
