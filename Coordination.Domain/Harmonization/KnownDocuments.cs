using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization;

/// <summary>Which active programs each document allocates to, while they change.</summary>
internal sealed class KnownDocuments(FindingGroups groups)
{
    private readonly Dictionary<(string Source, string Number), SortedDictionary<string, SpbeProgram>> paid = [];

    internal void Follow(IEnumerable<ProfileChange> changes)
    {
        var touched = new HashSet<(string Source, string Number)>();
        foreach (var change in changes)
        {
            foreach (var document in DocumentsOf(change.ActiveBefore))
            {
                paid[document].Remove(change.After.Program.Id);
                touched.Add(document);
            }
            foreach (var document in DocumentsOf(change.ActiveAfter))
            {
                if (!paid.TryGetValue(document, out var programs))
                    paid[document] = programs = new(StringComparer.Ordinal);
                programs[change.After.Program.Id] = change.After.Program;
                touched.Add(document);
            }
        }
        foreach (var document in touched)
            groups.Set($"document {document}", FundingFindings.Shared(document, paid[document].Values));
    }

    private static IEnumerable<(string Source, string Number)> DocumentsOf(SpbeProgram? program) =>
        program is null ? [] : FundingFindings.DocumentsOf(program);
}
