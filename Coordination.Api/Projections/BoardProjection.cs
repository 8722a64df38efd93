using Coordination.Api.EventStore;
using Coordination.Domain.Assessments;
using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Marten.Events.Projections;

namespace Coordination.Api.Projections;

/// <summary>
/// Keeps what each plan's views are made of: its board, its programs, and the assessments and coverage of its province. An event changes
/// one program, whose figures before are taken out of the tally and those after put in: the work does not grow with the plan. A batch of
/// events writes each board once.
/// </summary>
internal sealed class BoardProjection : IProjection
{
    internal const string Name = "Board";

    /// <summary>What the store calls its progress.</summary>
    internal const string Shard = $"{Name}:All";

    /// <summary>The position up to which this projection has seen every event.</summary>
    internal const string SeenSql =
        $"select last_seq_id from {StoreSetup.Schema}.mt_event_progression where name = '{Shard}'";

    public async Task ApplyAsync(
        IDocumentOperations operations,
        IReadOnlyList<IEvent> events,
        CancellationToken cancellation
    )
    {
        var batch = new BoardBatch(
            await LoadAsync<StoredBoard>(operations, events.Select(PlanOf), cancellation),
            await LoadAsync<StoredProgram>(operations, events.Select(ProgramOf), cancellation),
            await LoadAsync<StoredAssessment>(operations, events.Select(AssessmentOf), cancellation),
            await LoadAsync<StoredCoverage>(operations, events.Select(LocationOf), cancellation)
        );
        foreach (var stored in events)
            try
            {
                if (stored.Data is IPlanEvent plan)
                    batch.Follow(stored, plan);
                else if (stored.Data is IProgramEvent program)
                    batch.Follow(stored, program);
                else if (stored.Data is IMeetingEvent meeting)
                    batch.Follow(stored, meeting);
                else if (stored.Data is IAssessmentEvent assessment)
                    batch.Follow(stored, assessment);
                else if (stored.Data is CoverageReported coverage)
                    batch.Follow(stored, coverage);
            }
            catch (Exception unfoldable)
            {
                // So that whoever is to mend it is told which event it is.
                throw new ApplyEventException(stored, unfoldable);
            }
        Store(operations, batch);
    }

    /// <summary>
    /// What boards are made of, for the next event; and beside it, in a row that reading need not take apart, the position. The answer of
    /// before is taken away: the next reader makes the new one, for a day, which a projection does not know.
    /// </summary>
    private static void Store(IDocumentOperations operations, BoardBatch batch)
    {
        operations.Store(batch.ChangedPrograms.ToArray());
        operations.Store(batch.ChangedAssessments.ToArray());
        operations.Store(batch.ChangedCoverage.ToArray());
        foreach (var (board, position) in batch.ChangedBoards)
        {
            operations.Store(board);
            operations.QueueSqlCommand(
                $"""
                insert into {StoreTables.BoardAnswers} (plan, position, body) values (?, ?, '')
                on conflict (plan) do update set position = excluded.position, day = null, body = ''
                """,
                board.Id,
                position
            );
        }
        // After the boards of this batch, which an event of the province may have followed.
        foreach (var (province, position) in batch.ChangedProvinces)
            operations.QueueSqlCommand(
                $"""
                update {StoreTables.BoardAnswers} set position = ?, day = null, body = ''
                where plan ^@ ? and position < ?
                """,
                position,
                $"{province}-",
                position
            );
    }

    private static async Task<Dictionary<string, T>> LoadAsync<T>(
        IDocumentOperations operations,
        IEnumerable<string?> ids,
        CancellationToken cancellation
    )
        where T : class, IStored
    {
        var distinct = ids.OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (distinct.Length == 0)
            return [];
        var documents = await operations.LoadManyAsync<T>(cancellation, distinct);
        return documents.ToDictionary(document => document.Id, StringComparer.Ordinal);
    }

    private static string? PlanOf(IEvent stored) =>
        stored.Data switch
        {
            IPlanEvent e => e.Plan,
            IProgramEvent e => e.Plan,
            IMeetingEvent e => e.Plan,
            _ => null,
        };

    private static string? ProgramOf(IEvent stored) => stored.Data is IProgramEvent ? stored.StreamKey : null;

    private static string? AssessmentOf(IEvent stored) => stored.Data is IAssessmentEvent e ? BoardBatch.IdOf(e) : null;

    private static string? LocationOf(IEvent stored) => (stored.Data as CoverageReported)?.Location;
}
