namespace Coordination.Api.EventStore;

/// <summary>
/// What each event of a kind of stream changed in what is shown of it. Each feature says it of its own streams; who tells of all of them
/// need not know the features.
/// </summary>
internal abstract class StreamHistory
{
    /// <summary>The events of its streams.</summary>
    internal abstract Type Events { get; }

    /// <summary>What the events of the wanted versions changed; the stream is given from its first event on.</summary>
    internal abstract IEnumerable<ExplainedEvent> Explain(IEnumerable<StoredEvent> stream, Func<long, bool> isWanted);

    /// <summary>Streams that are folded one event after the other.</summary>
    /// <param name="evolve">The state after one more event of a stream.</param>
    /// <param name="show">The state as it is shown.</param>
    /// <param name="name">What its readers call it, where it has a name beside its key.</param>
    internal static StreamHistory Of<TEvent, TState, TView>(
        Func<TState?, string, TEvent, TState> evolve,
        Func<TState, TView> show,
        Func<TState, string?> name
    )
        where TState : class
        where TView : class => new Folded<TEvent, TState, TView>(evolve, show, name);

    private sealed class Folded<TEvent, TState, TView>(
        Func<TState?, string, TEvent, TState> evolve,
        Func<TState, TView> show,
        Func<TState, string?> name
    ) : StreamHistory
        where TState : class
        where TView : class
    {
        internal override Type Events => typeof(TEvent);

        internal override IEnumerable<ExplainedEvent> Explain(
            IEnumerable<StoredEvent> stream,
            Func<long, bool> isWanted
        )
        {
            TState? before = null;
            foreach (var stored in stream)
            {
                var now = evolve(before, stored.Stream, (TEvent)stored.Data);
                if (isWanted(stored.Version))
                    yield return new(
                        stored.Position,
                        name(now),
                        FieldChange.Between(before is null ? null : show(before), show(now))
                    );
                before = now;
            }
        }
    }
}

/// <summary>What an event changed.</summary>
/// <param name="Position">Its position.</param>
/// <param name="Name">What the event's subject was called after it.</param>
/// <param name="Changes">Every field that it changed.</param>
internal sealed record ExplainedEvent(long Position, string? Name, IReadOnlyList<FieldChange> Changes);
