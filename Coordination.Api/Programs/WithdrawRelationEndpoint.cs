using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary><c>DELETE /api/programs/{id}/relations/{kind}/{program}</c>: the path says it all; the reason may come in the query.</summary>
internal static class WithdrawRelationEndpoint
{
    internal static async Task<IResult> DeleteAsync(
        string id,
        string kind,
        string program,
        string? reason,
        CommandContext context,
        ProgramDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (!TryParse(kind, out var relation))
            return Problem.Unknown($"'{kind}' is not a kind of relation.").ToResult();
        var command = new WithdrawRelation(relation, program, reason);
        return ProgramRoutes.Show(await desk.HandleAsync(id, command, context, cancellation), command, http);
    }

    private static bool TryParse(string kind, out RelationKind relation)
    {
        foreach (var candidate in Enum.GetValues<RelationKind>())
        {
            relation = candidate;
            if (CanonicalJson.NameOf(candidate) == kind)
                return true;
        }
        relation = default;
        return false;
    }
}
