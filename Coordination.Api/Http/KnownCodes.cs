using Coordination.Domain.Reference;

namespace Coordination.Api.Http;

/// <summary>Codes that a query on a plan names: one that cannot be meant is refused, naming it.</summary>
internal static class KnownCodes
{
    internal static Problem? OfGovernment(string plan, string? code) =>
        code is null || Government.Within(plan.Split('-')[0]).Any(government => government.Code == code)
            ? null
            : Problem.Malformed("government", $"'{code}' is not a government of the plan's province.");

    internal static Problem? OfPriority(string? code) =>
        code is null || Priority.Find(code) is not null
            ? null
            : Problem.Malformed("priority", $"'{code}' is not the code of a priority.");
}
