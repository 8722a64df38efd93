using Coordination.Domain.Funding;
using Coordination.Domain.Reference;

namespace Coordination.Api.Funding;

/// <summary>The names that stand beside codes.</summary>
internal static class CodeNames
{
    internal static string? OfGovernment(string code) => Government.Find(code)?.Name;

    internal static string? OfPriority(string code) => Priority.Find(code)?.Name;

    internal static string? OfSource(string? code) => FundingSource.Find(code ?? "")?.Name;
}
