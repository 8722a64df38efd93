using Marten;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Coordination.Api.Commands;

/// <summary>A message to this system itself.</summary>
/// <param name="Message">What is to be handled.</param>
/// <param name="Delay">How long after the commit; at once, when missing.</param>
internal sealed record Posting(object Message, TimeSpan? Delay = null);

/// <summary>Stores messages in the transaction of the events that they follow from: both are there or neither.</summary>
internal sealed class Outbox(IWolverineRuntime runtime)
{
    /// <summary>Queues them in a session; they are handled after its commit, here or, when this process dies, elsewhere.</summary>
    internal async Task PostAsync(IDocumentSession session, IReadOnlyList<Posting> postings)
    {
        if (postings.Count == 0)
            return;
        var outbox = new MartenOutbox(runtime, session);
        foreach (var posting in postings)
            if (posting.Delay is { } delay)
                await outbox.ScheduleAsync(posting.Message, delay);
            else
                await outbox.PublishAsync(posting.Message);
    }
}
