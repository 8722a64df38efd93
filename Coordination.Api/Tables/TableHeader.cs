using Coordination.Domain;

namespace Coordination.Api.Tables;

/// <summary>The first row of an uploaded table: which columns it has, and what parts them.</summary>
internal static class TableHeader
{
    /// <summary>What is wrong with the names of the columns, as a sentence, or none.</summary>
    internal static Sentence? Fault(List<string> header, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        var columns = string.Join(", ", [.. required, .. optional.Select(name => $"{name} (optional)")]);
        bool Has(IEnumerable<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
        var missing = required.Where(name => !Has(header, name)).ToList();
        if (missing.Count > 0)
            return $"The header lacks {string.Join(", ", missing)}; the columns are {columns}.";
        if (header.Find(name => !Has(required, name) && !Has(optional, name)) is { } unknown)
            return $"The header names '{UploadedTable.Shortened(unknown)}', which is not a column; the columns are {columns}.";
        if (
            header.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(name => name.Count() > 1) is
            { } twice
        )
            return $"The header names '{twice.Key}' twice.";
        return null;
    }

    /// <summary>Names of columns hold none of these, so the header tells.</summary>
    internal static string DelimiterOf(string text)
    {
        var header = text.AsSpan();
        var end = header.IndexOfAny('\r', '\n');
        header = end < 0 ? header : header[..end];
        return header.Contains(';') ? ";"
            : header.Contains('\t') ? "\t"
            : ",";
    }
}
