using Coordination.Api.Security;

namespace Coordination.Api.Pages;

/// <summary>The menu: one row for each page that stands in it, in the order of the rows.</summary>
/// <param name="Path">Where it leads; pages below it belong to it.</param>
/// <param name="Text">Key of its name.</param>
/// <param name="Operation">Whose right the page needs; who can never have it, is not shown it.</param>
internal sealed record Navigation(string Path, string Text, string Operation)
{
    private static readonly Navigation[] Rows =
    [
        new("/", "board", "getBoard"),
        new("/findings", "findings", "listFindings"),
        new("/funding", "funding", "getFunding"),
        new("/index", "index", "getIndex"),
        new("/compare", "compare", "getComparison"),
        new("/programs", "programs", "listPrograms"),
        new("/meetings", "meetings", "listMeetings"),
        new("/import", "import", "importPrograms"),
        new("/catalog", "catalog", "getCatalog"),
        new("/audit", "audit", "listAuditEvents"),
    ];

    /// <summary>What somebody may open. Who is not signed in sees what signing in, or public reading, may open.</summary>
    internal static IEnumerable<Navigation> For(Caller caller) =>
        Rows.Where(row => Rights.Refuse(caller, row.Operation, isReadingPublic: true) is null);

    /// <summary>As in <c>aria-current</c>: the page itself, or one below it.</summary>
    internal string? CurrentAt(PathString path) =>
        path == Path ? "page"
        : Path != "/" && path.StartsWithSegments(Path, StringComparison.Ordinal) ? "true"
        : null;
}
