using System.Security.Cryptography;
using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary>
/// Carries out a file of proposals, whoever brings it: an endpoint or a page. All programs are read, locked and written in one
/// transaction, so that a crash leaves all of the file or nothing.
/// </summary>
internal sealed class ProposalImport(ManyStreams streams)
{
    internal const string Operation = "importPrograms";

    /// <summary>The code of a row of a government that the account has no say in.</summary>
    internal const string NotAllowed = "not-allowed";

    /// <summary>Every row's result, or why there is none; what is refused is in the report, and then nothing is stored unless partial.</summary>
    internal async Task<(ProposalReport? Report, Problem? Problem)> RunAsync(
        string plan,
        ProposalFile file,
        bool dryRun,
        bool partial,
        CommandContext context,
        CancellationToken cancellation
    )
    {
        var (allowed, faults) = Judged(file, context);
        ProposalReport? report = null;
        var (position, problem) = await streams.AppendAsync<SpbeProgram>(
            new(
                Operation,
                transaction => KnownAsync(plan, allowed, transaction, cancellation),
                [StreamKeys.Plan(plan)],
                ProgramFile.GovernmentsOf,
                stored =>
                {
                    if (stored[StreamKeys.Plan(plan)].ToPlan() is not { } state)
                        return ProgramFile.Nothing;
                    var known = stored
                        .Where(stream => stream.Key != StreamKeys.Plan(plan))
                        .SelectMany(stream => stream);
                    var (outcomes, events) = ManyProposals.Decide(
                        state,
                        known.ToPrograms().Values,
                        Numbered(allowed),
                        context.Now
                    );
                    report = ProposalReport.Of(dryRun ? WithoutNumbers(outcomes) : outcomes, file, faults);
                    return dryRun || (report.Rejected > 0 && !partial)
                        ? ProgramFile.Nothing
                        : ProgramFile.Untyped(events);
                }
            )
            {
                WriteBesideNew = (session, program, events) =>
                    ProgramReferences.Follow(session, null, ProgramFold.Replay(program, events.Cast<IProgramEvent>())!),
            },
            context,
            cancellation
        );
        return problem is not null ? (null, problem)
            : report is null ? (null, UnknownPlan(plan))
            : (report with { DryRun = dryRun, Position = position }, null);
    }

    internal static Problem UnknownPlan(string? plan) =>
        Problem.Refused([new(RejectionKind.Rule, "plan-unknown", "plan", $"There is no plan '{plan}'.")]);

    /// <summary>Rows of governments that the account has a say in; the others are refused, each by itself.</summary>
    private static (IReadOnlyList<(int Row, PlanProgram Proposal)> Allowed, IReadOnlyList<RowFault> Faults) Judged(
        ProposalFile file,
        CommandContext context
    )
    {
        var refusals = file
            .Rows.Select(row => row.Proposal.Government)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(government => government, government => ManyStreams.Refusal(context, Operation, government));
        var cells = file.Table.Rows.ToDictionary(row => row.Number);
        var faults = file.Faults.ToList();
        foreach (var (row, proposal) in file.Rows)
            if (refusals[proposal.Government] is { } refusal)
                faults.Add(cells[row].Fault(NotAllowed, "government", Sentence.Of(refusal.Detail)));
        return ([.. file.Rows.Where(row => refusals[row.Proposal.Government] is null)], faults);
    }

    /// <summary>The programs that have a reference of the rows: some of them perhaps of another government, which does no harm.</summary>
    private static async Task<IReadOnlyCollection<string>> KnownAsync(
        string plan,
        IReadOnlyList<(int Row, PlanProgram Proposal)> rows,
        CommandTransaction transaction,
        CancellationToken cancellation
    )
    {
        var keys = rows.Select(row => ReferenceKey.Of(plan, row.Proposal.Government, row.Proposal.Reference))
            .OfType<ReferenceKey>()
            .ToList();
        return await ProgramReferences.HoldersAsync(transaction, plan, keys, cancellation);
    }

    private static List<ProposalRow> Numbered(IReadOnlyList<(int Row, PlanProgram Proposal)> rows)
    {
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        return [.. rows.Select(row => new ProposalRow(row.Row, Draw(), row.Proposal))];

        string Draw()
        {
            string suffix;
            do suffix = RandomNumberGenerator.GetString(ProgramNumber.Alphabet, ProgramNumber.SuffixLength);
            while (!drawn.Add(suffix));
            return suffix;
        }
    }

    private static List<ProposalOutcome> WithoutNumbers(IReadOnlyList<ProposalOutcome> outcomes) =>
        [
            .. outcomes.Select(outcome =>
                outcome.Result == ProposalResult.Planned ? outcome with { Program = null } : outcome
            ),
        ];
}
