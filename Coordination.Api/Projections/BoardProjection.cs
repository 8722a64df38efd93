using Coordination.Api.EventStore;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Marten.Events.Projections;

namespace Coordination.Api.Projections;

/// <summary>
/// Keeps each plan's board and its programs. An event changes one program, whose figures before are taken out of the tally and
/// those after put in: the work does not grow with the plan. A batch of events writes each board once.
/// </summary>
internal sealed class BoardProjection : IProjection
{
    internal const string Name = "Board";

    /// <summary>The position up to which this projection has seen every event.</summary>
    internal const string SeenSql =
        $"select last_seq_id from {StoreSetup.Schema}.mt_event_progression where name = '{Name}:All'";

    public async Task ApplyAsync(
        IDocumentOperations operations,
        IReadOnlyList<IEvent> events,
        CancellationToken cancellation
    )
    {
        // A view that is lost in a crash is made again from the events: its commits need not wait for the disk.
        operations.QueueSqlCommand("set local synchronous_commit = off");
        var programs = await LoadAsync<StoredProgram>(
            operations,
            events.Where(IsOfProgram).Select(StreamOf),
            cancellation
        );
        var boards = await LoadAsync<StoredBoard>(operations, events.Select(PlanOf).OfType<string>(), cancellation);
        var changedPrograms = new Dictionary<string, StoredProgram>(StringComparer.Ordinal);
        var changedBoards = new Dictionary<string, BoardDraft>(StringComparer.Ordinal);
        foreach (var stored in events)
        {
            if (PlanOf(stored) is not { } plan)
                continue;
            if (!changedBoards.TryGetValue(plan, out var board))
                changedBoards[plan] = board = BoardDraft.From(boards.GetValueOrDefault(plan));
            board.Position = stored.Sequence;
            try
            {
                if (stored.Data is IPlanEvent change)
                    board.Plan = PlanFold.Evolve(board.Plan, change);
                else if (stored.Data is IProgramEvent next)
                    changedPrograms[stored.StreamKey!] = Follow(stored, next, board, changedPrograms, programs);
            }
            catch (Exception unfoldable)
            {
                // So that whoever is to mend it is told which event it is.
                throw new ApplyEventException(stored, unfoldable);
            }
        }
        operations.Store(changedPrograms.Values.ToArray());
        foreach (var (plan, draft) in changedBoards)
            Store(operations, draft.Finish(plan));
    }

    /// <summary>The tally, for the next event; and beside it, in a row that reading need not take apart, the answer.</summary>
    private static void Store(IDocumentOperations operations, StoredBoard board)
    {
        operations.Store(board);
        operations.QueueSqlCommand(
            $"""
            insert into {StoreTables.BoardAnswers} (plan, position, body) values (?, ?, ?)
            on conflict (plan) do update set position = excluded.position, body = excluded.body
            """,
            board.Id,
            board.Position,
            BoardBytes.Undated(board)
        );
    }

    private static StoredProgram Follow(
        IEvent stored,
        IProgramEvent next,
        BoardDraft board,
        Dictionary<string, StoredProgram> changed,
        Dictionary<string, StoredProgram> loaded
    )
    {
        var id = stored.StreamKey!;
        var before = (changed.GetValueOrDefault(id) ?? loaded.GetValueOrDefault(id))?.Program;
        var after = ProgramFold.Evolve(before, id, next);
        board.Tally = board.Tally.Replace(before, after);
        return new(id, stored.Sequence, stored.Version, after);
    }

    private static async Task<Dictionary<string, T>> LoadAsync<T>(
        IDocumentOperations operations,
        IEnumerable<string> ids,
        CancellationToken cancellation
    )
        where T : class
    {
        var distinct = ids.Distinct(StringComparer.Ordinal).ToArray();
        if (distinct.Length == 0)
            return [];
        var documents = await operations.LoadManyAsync<T>(cancellation, distinct);
        return documents.ToDictionary(
            document => document is StoredBoard board ? board.Id : ((StoredProgram)(object)document).Id,
            StringComparer.Ordinal
        );
    }

    private static bool IsOfProgram(IEvent stored) => stored.Data is IProgramEvent;

    private static string StreamOf(IEvent stored) => stored.StreamKey!;

    private static string? PlanOf(IEvent stored) =>
        stored.Data switch
        {
            IPlanEvent e => e.Plan,
            IProgramEvent e => e.Plan,
            _ => null,
        };

    /// <summary>A board while a batch of events changes it.</summary>
    private sealed class BoardDraft
    {
        internal Plan? Plan { get; set; }

        internal Tally Tally { get; set; } = Tally.Empty;

        internal long Position { get; set; }

        internal static BoardDraft From(StoredBoard? stored) =>
            stored is null
                ? new()
                : new()
                {
                    Plan = stored.Plan,
                    Tally = stored.Tally,
                    Position = stored.Position,
                };

        internal StoredBoard Finish(string id) =>
            new(
                id,
                Position,
                Plan ?? throw new InvalidOperationException($"Plan '{id}' has programs and was never opened."),
                Tally
            );
    }
}
