using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Domain;
using Coordination.Domain.Harmonization.Findings;
using Marten;

namespace Coordination.Api.Commands;

/// <summary>A command on one stream: what it must know, how it is decided, and what is written beside its events.</summary>
internal abstract class CommandOn<TState, TEvent>
    where TState : class
    where TEvent : class
{
    /// <summary>Key of the stream; a command that begins one may name a new key at each try.</summary>
    internal abstract string Stream { get; }

    /// <summary>Whether it may begin the stream; otherwise a stream that does not exist is 404.</summary>
    internal virtual bool MayBegin => false;

    /// <summary>What the request says: the same key with another body is refused.</summary>
    internal abstract object Body { get; }

    internal abstract string? Reason { get; }

    /// <summary>The operation that it is, in the table of rights, however it has come here.</summary>
    internal string Operation => JsonNamingPolicy.CamelCase.ConvertName(Body.GetType().Name);

    /// <summary>Codes of the governments whose business it is: who may do it must be one of all of them.</summary>
    internal abstract IReadOnlyList<string> Governments(TState? state);

    /// <summary>Streams that the decision reads besides its own.</summary>
    internal virtual IReadOnlyList<string> AlsoReads => [];

    /// <summary>Streams that must exist for the command to be accepted.</summary>
    internal virtual IReadOnlyList<string> Mentions => [];

    /// <summary>The state after one more event of that stream, which an earlier answer may name differently than this try.</summary>
    internal abstract TState Evolve(string stream, TState? state, TEvent next);

    internal abstract Task<Outcome<TEvent>> DecideAsync(
        TState? state,
        Knowledge knowledge,
        CancellationToken cancellation
    );

    /// <summary>
    /// What the accepted command raises, where its answer says so: looked for before the commit, since the same key gets the same answer for
    /// ever, whatever is found later.
    /// </summary>
    internal virtual Task<IReadOnlyList<Finding>?> RaisedAsync(TState after, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Finding>?>(null);

    /// <summary>Queues what is written in the transaction of the events.</summary>
    internal virtual void WriteBeside(IDocumentSession session, TState? before, TState after) { }

    /// <summary>Messages that are stored in the transaction of the events and handled after its commit.</summary>
    internal virtual IReadOnlyList<Posting> Postings(TState? before, TState after) => [];
}

/// <summary>What one round trip has brought for a decision, and the transaction to ask more in.</summary>
internal sealed record Knowledge(
    CommandTransaction Transaction,
    IReadOnlyList<StoredEvent> Events,
    IReadOnlySet<string> KnownStreams
)
{
    internal IEnumerable<StoredEvent> Of(string stream) => Events.Where(stored => stored.Stream == stream);
}
