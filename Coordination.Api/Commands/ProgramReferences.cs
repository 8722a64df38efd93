using Coordination.Api.EventStore;
using Coordination.Domain.Programs;
using Marten;

namespace Coordination.Api.Commands;

/// <summary>A planner's own key of a program, unique per plan and government.</summary>
internal sealed record ReferenceKey(string Plan, string Government, string Reference)
{
    /// <summary>The key, or none when there is no reference or it cannot be one (the decision says so).</summary>
    internal static ReferenceKey? Of(string plan, string government, string? reference) =>
        string.IsNullOrWhiteSpace(reference) || $"{plan}{government}{reference}".Any(char.IsControl)
            ? null
            : new(plan, government, reference.Trim());

    internal static ReferenceKey? Of(SpbeProgram? program) =>
        program is null ? null : Of(program.Plan, program.Government, program.Details.Reference);
}

/// <summary>Which program has which reference: a table with a unique key, so that two planners at once cannot both take one.</summary>
internal static class ProgramReferences
{
    internal static async Task<string?> HolderAsync(
        CommandTransaction transaction,
        ReferenceKey? key,
        CancellationToken cancellation
    ) =>
        key is null
            ? null
            : (
                await transaction.ReadColumnAsync(
                    $"select program from {StoreTables.References} where plan = $1 and government = $2 and reference = $3",
                    cancellation,
                    key.Plan,
                    key.Government,
                    key.Reference
                )
            ).SingleOrDefault();

    /// <summary>The programs that have these references; perhaps some more, which have the reference of one under the government of another.</summary>
    internal static async Task<IReadOnlyCollection<string>> HoldersAsync(
        CommandTransaction transaction,
        string plan,
        IReadOnlyCollection<ReferenceKey> keys,
        CancellationToken cancellation
    ) =>
        await transaction.ReadColumnAsync(
            $"select program from {StoreTables.References} where plan = $1 and government = any($2) and reference = any($3)",
            cancellation,
            plan,
            keys.Select(key => key.Government).Distinct(StringComparer.Ordinal).ToArray(),
            keys.Select(key => key.Reference).Distinct(StringComparer.Ordinal).ToArray()
        );

    internal static void Follow(IDocumentSession session, SpbeProgram? before, SpbeProgram after)
    {
        var (from, to) = (ReferenceKey.Of(before), ReferenceKey.Of(after));
        if (from == to)
            return;
        if (from is not null)
            session.QueueSqlCommand($"delete from {StoreTables.References} where program = ?", after.Id);
        if (to is not null)
            session.QueueSqlCommand(
                $"insert into {StoreTables.References} (plan, government, reference, program) values (?, ?, ?, ?)",
                to.Plan,
                to.Government,
                to.Reference,
                after.Id
            );
    }
}
