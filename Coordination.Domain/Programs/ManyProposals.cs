using Coordination.Domain.Plans;

namespace Coordination.Domain.Programs;

/// <summary>
/// Decides on a file of proposals, each by the rules of a single one. A program is known by its planner's reference, unique per plan and
/// government: an unknown one is planned, a known one revised, and one of just these details left alone whatever its stage, so that the
/// same file again changes nothing.
/// </summary>
public static class ManyProposals
{
    /// <summary>Why a known program changes, where the file does not say.</summary>
    internal const string UsualReason = "Sent in a file.";

    /// <summary>The result of each row, and the events of each program that is new or changes.</summary>
    /// <param name="plan">The plan of all rows.</param>
    /// <param name="known">Programs of the plan, among them all that have a reference of the rows.</param>
    /// <param name="rows">The file's rows; all are of the plan.</param>
    /// <param name="now">The moment of the command, UTC.</param>
    public static (
        IReadOnlyList<ProposalOutcome> Outcomes,
        IReadOnlyDictionary<string, IReadOnlyList<IProgramEvent>> Events
    ) Decide(Plan plan, IEnumerable<SpbeProgram> known, IReadOnlyList<ProposalRow> rows, DateTimeOffset now)
    {
        var byKey = known
            .Where(program => program.Details.Reference is not null)
            .ToDictionary(program => (program.Government, program.Details.Reference!));
        var rowsByKey = rows.Where(row => KeyOf(row) is not null).ToLookup(row => KeyOf(row)!.Value, row => row.Row);
        var outcomes = new List<ProposalOutcome>();
        var events = new Dictionary<string, IReadOnlyList<IProgramEvent>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var key = KeyOf(row);
            var program = key is null ? null : byKey.GetValueOrDefault(key.Value);
            var decided =
                key is null ? Refused(row, "reference-missing", $"A row needs a reference, by which it is known again.")
                : rowsByKey[key.Value].Skip(1).Any()
                    ? Refused(row, "reference-repeated", Repeated(key.Value.Reference, rowsByKey[key.Value]))
                : program is not null && row.Proposal.Normalised().SaysTheSameAs(program.Details)
                    ? (new(row.Row, program.Id, ProposalResult.Unchanged, [], []), [])
                : program is not null ? Revise(program, row, plan, now)
                : Plan(row, plan);
            outcomes.Add(decided.Outcome);
            if (decided.Events.Count > 0)
                events.Add(decided.Outcome.Program!, decided.Events);
        }
        return (outcomes, events);
    }

    private static (string Government, string Reference)? KeyOf(ProposalRow row) =>
        string.IsNullOrWhiteSpace(row.Proposal.Reference)
            ? null
            : (row.Proposal.Government, row.Proposal.Reference.Trim());

    private static (ProposalOutcome Outcome, IReadOnlyList<IProgramEvent> Events) Plan(ProposalRow row, Plan plan)
    {
        var facts = new ProgramFacts(plan, new HashSet<string>(StringComparer.Ordinal));
        var outcome = ProgramDecider.Decide(row.Proposal, facts);
        var number = ProgramNumber.Compose(row.Proposal.Government, row.Proposal.Plan, row.Suffix);
        return outcome.IsAccepted
            ? (new(row.Row, number, ProposalResult.Planned, [], outcome.Warnings), outcome.Events)
            : (new(row.Row, null, ProposalResult.Rejected, outcome.Rejections, []), []);
    }

    private static (ProposalOutcome Outcome, IReadOnlyList<IProgramEvent> Events) Revise(
        SpbeProgram program,
        ProposalRow row,
        Plan plan,
        DateTimeOffset now
    )
    {
        var facts = new ProgramFacts(plan, new HashSet<string>(StringComparer.Ordinal), program.Id);
        var reason = Texts.TrimmedOrNone(row.Proposal.Reason) ?? UsualReason;
        var outcome = ProgramDecider.Decide(program, ReviseProgram.Of(row.Proposal, reason), facts, now);
        return outcome.IsAccepted
            ? (new(row.Row, program.Id, ProposalResult.Revised, [], outcome.Warnings), outcome.Events)
            : (new(row.Row, program.Id, ProposalResult.Rejected, outcome.Rejections, []), []);
    }

    private static (ProposalOutcome Outcome, IReadOnlyList<IProgramEvent> Events) Refused(
        ProposalRow row,
        string code,
        Sentence detail
    ) => (new(row.Row, null, ProposalResult.Rejected, [new(RejectionKind.Rule, code, "reference", detail)], []), []);

    private static Sentence Repeated(string reference, IEnumerable<int> rows) =>
        $"Reference '{reference}' stands in rows {string.Join(", ", rows.Take(5))}; which of them is meant cannot be told.";
}
