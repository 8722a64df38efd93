using Coordination.Domain.Plans;

namespace Coordination.Domain.Programs;

/// <summary>
/// Decides on a file of payments, each by the rules of a single one, in the file's order. The same file again changes nothing: the
/// n-th equal row is new only when fewer than n such payments are recorded. A payment is known again by what it was recorded as and by
/// what corrections have made of it, so that neither an old file nor a corrected one repeats it.
/// </summary>
public static class ManyRealisations
{
    /// <summary>The result of each row, and the events of each program that has new payments.</summary>
    /// <param name="plan">The plan that all programs belong to.</param>
    /// <param name="histories">The events of each program that the rows name and that exists.</param>
    /// <param name="rows">The file's rows.</param>
    /// <param name="now">The moment of the command, UTC.</param>
    public static (
        IReadOnlyList<RealisationOutcome> Outcomes,
        IReadOnlyDictionary<string, IReadOnlyList<IProgramEvent>> Events
    ) Decide(
        Plan plan,
        IReadOnlyDictionary<string, IReadOnlyList<IProgramEvent>> histories,
        IEnumerable<RealisationRow> rows,
        DateTimeOffset now
    )
    {
        var facts = new ProgramFacts(plan, new HashSet<string>(StringComparer.Ordinal));
        var programs = histories.ToDictionary(
            history => history.Key,
            history => new ProgramInFile(
                ProgramFold.Replay(history.Key, history.Value)!,
                RecordedPayments.Of(history.Value)
            ),
            StringComparer.Ordinal
        );
        var outcomes = new List<RealisationOutcome>();
        foreach (var row in rows)
            outcomes.Add(
                programs.TryGetValue(row.Program, out var program) && program.State.Plan == plan.Id
                    ? program.Decide(row, facts, now)
                    : Unknown(row, plan)
            );
        return (
            outcomes,
            programs
                .Where(program => program.Value.Events.Count > 0)
                .ToDictionary(
                    program => program.Key,
                    program => (IReadOnlyList<IProgramEvent>)program.Value.Events,
                    StringComparer.Ordinal
                )
        );
    }

    private static RealisationOutcome Unknown(RealisationRow row, Plan plan) =>
        new(
            row.Row,
            row.Program,
            RealisationResult.Refused,
            null,
            null,
            [
                new(
                    RejectionKind.Rule,
                    "program-unknown",
                    "program",
                    $"There is no program '{row.Program}' in plan {plan.Id}."
                ),
            ]
        );

    /// <summary>A program while the file's rows are decided one after the other.</summary>
    private sealed class ProgramInFile(SpbeProgram state, RecordedPayments recorded)
    {
        private readonly Dictionary<RealiseFunds, int> seen = [];

        internal SpbeProgram State { get; private set; } = state;

        internal List<IProgramEvent> Events { get; } = [];

        internal RealisationOutcome Decide(RealisationRow row, ProgramFacts facts, DateTimeOffset now)
        {
            var payment = row.Payment with { Document = row.Payment.Document?.Trimmed() };
            var nth = seen[payment] = seen.GetValueOrDefault(payment) + 1;
            if (recorded.Find(payment, nth) is { } known)
                return new(row.Row, row.Program, RealisationResult.AlreadyRecorded, known.Line, known.Number, []);
            var outcome = ProgramDecider.Decide(State, payment, facts, now);
            foreach (var next in outcome.Events)
                State = ProgramFold.Evolve(State, State.Id, next);
            Events.AddRange(outcome.Events);
            return outcome.Events is [FundsRealised paid]
                ? new(row.Row, row.Program, RealisationResult.Recorded, paid.Line, paid.Number, [])
                : new(row.Row, row.Program, RealisationResult.Refused, null, null, outcome.Rejections);
        }
    }
}
