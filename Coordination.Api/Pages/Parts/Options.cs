using Coordination.Api.EventStore;
using Coordination.Domain.Funding;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.Parts;

/// <summary>What the fields of a filter offer.</summary>
internal static class Options
{
    internal static IEnumerable<(string, string)> Governments(PlanPage page) =>
        Government.Within(page.Plan?.Province ?? "").Select(government => (government.Code, government.Name));

    internal static IEnumerable<(string, string)> Priorities(Language language) =>
        Priority.All.Select(priority =>
            (priority.Code, language == Language.Indonesian ? priority.Name : priority.NameEnglish)
        );

    internal static IEnumerable<(string, string)> Sources() => FundingSource.All.Select(source => (source.Code, source.Name));

    /// <summary>Every value of a choice with its text, whose key begins with the choice's name: <c>kind.Overlap</c>.</summary>
    internal static IEnumerable<(string, string)> Of<T>(string prefix, Language language)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => (CanonicalJson.NameOf(value), language[$"{prefix}.{value}"]));
}
