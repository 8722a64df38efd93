using Coordination.Api.EventStore;
using Coordination.Domain.Funding;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.Parts;

/// <summary>One of several that a reader chooses from.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
public sealed record Choice(string Value, string Text);

/// <summary>What there is to choose from.</summary>
internal static class Choices
{
    /// <summary>Every value of a kind, under the names that JSON has for them; its texts begin with <paramref name="texts"/>.</summary>
    internal static IReadOnlyList<Choice> Of<T>(Language language, string texts)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Choice(CanonicalJson.NameOf(value), language[$"{texts}.{value}"]))];

    internal static IReadOnlyList<Choice> Governments(IEnumerable<Government> governments) =>
        [.. governments.Select(government => new Choice(government.Code, government.Name))];

    internal static IReadOnlyList<Choice> Priorities(Language language) =>
        [.. Priority.All.Select(priority => new Choice(priority.Code, language.NameOf(priority)))];

    internal static IReadOnlyList<Choice> Sources(Func<FundingSource, bool> fits) =>
        [.. FundingSource.All.Where(fits).Select(source => new Choice(source.Code, $"{source.Code}: {source.Name}"))];
}
