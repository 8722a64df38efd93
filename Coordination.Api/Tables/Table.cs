using Coordination.Api.Http;
using Microsoft.Net.Http.Headers;

namespace Coordination.Api.Tables;

/// <summary>
/// A view as a table: the same members and values as in JSON, names beside codes. Asked for by <c>Accept</c>, or by <c>format</c> in the
/// query, since a link in a page or a catalogue has no headers.
/// </summary>
internal static class Table
{
    internal const string CsvType = "text/csv";
    internal const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    internal const string Parameter = "format";

    /// <summary>Whether the caller prefers a table to JSON, which is the usual answer.</summary>
    internal static bool IsWanted(HttpContext http) => FormatOf(http) is not null;

    /// <summary>The format that is wanted; none is JSON.</summary>
    internal static TableFormat? FormatOf(HttpContext http)
    {
        if (http.Request.Query[Parameter] is [{ } asked])
            return FormatOf(asked);
        var accepted = http.Request.GetTypedHeaders().Accept;
        double Quality(string wanted) =>
            accepted
                .Where(type => type.MediaType.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                .Select(type => type.Quality ?? 1)
                .DefaultIfEmpty(0)
                .Max();

        var (csv, xlsx) = (Quality(CsvType), Quality(XlsxType));
        return Math.Max(csv, xlsx) <= Quality("application/json") ? null
            : csv >= xlsx ? TableFormat.Csv
            : TableFormat.Xlsx;
    }

    /// <summary>The format that the path of a download ends with.</summary>
    internal static TableFormat FormatOfPath(HttpContext http) =>
        http.Request.Path.Value!.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? TableFormat.Xlsx
            : TableFormat.Csv;

    /// <summary>Refuses a <c>format</c> that there is none of.</summary>
    internal static Problem? Fault(HttpContext http) =>
        http.Request.Query[Parameter] is not { Count: > 0 } asked || asked is ["json" or "csv" or "xlsx"]
            ? null
            : Problem.Malformed(Parameter, $"'{asked}' is not a format; there are json, csv and xlsx.");

    /// <summary>The tag of what is wanted, beside that of the JSON.</summary>
    internal static string Tag(HttpContext http, string tag) =>
        FormatOf(http) is { } format ? $"\"{NameOf(format)}-{tag.Trim('"')}\"" : tag;

    internal static IResult Answer<TRow>(HttpContext http, IEnumerable<TRow> rows, string tag) =>
        Begin(http, tag) ?? Answer(http, rows);

    /// <summary>The table of rows that are read one after the other; it is whole before the answer begins.</summary>
    internal static async Task<IResult> AnswerAsync<TRow>(HttpContext http, IAsyncEnumerable<TRow> rows, string tag)
    {
        if (Begin(http, tag) is { } known)
            return known;
        return await AnswerAsync(http, FormatOf(http)!.Value, TitleOf(http), rows);
    }

    internal static async Task<IResult> AnswerAsync<TRow>(
        HttpContext http,
        TableFormat format,
        string title,
        IAsyncEnumerable<TRow> rows
    )
    {
        using var file = TableFile.Begin(format, title, TableColumn.Of<TRow>());
        await foreach (var row in rows)
            file.Add(row!);
        return Bytes(http, format, file, title);
    }

    /// <summary>The table as the answer to a question that cannot be asked for again by a tag.</summary>
    internal static IResult Answer<TRow>(HttpContext http, IEnumerable<TRow> rows) =>
        Answer(http, FormatOf(http)!.Value, TitleOf(http), rows);

    internal static IResult Answer<TRow>(HttpContext http, TableFormat format, string title, IEnumerable<TRow> rows)
    {
        using var file = TableFile.Begin(format, title, TableColumn.Of<TRow>());
        foreach (var row in rows)
            file.Add(row!);
        return Bytes(http, format, file, title);
    }

    private static IResult? Begin(HttpContext http, string tag)
    {
        http.Response.Headers.Vary = "Accept";
        if (Answers.Has(http, Tag(http, tag)))
            return Answers.NotModified(http, Tag(http, tag));
        http.Response.Headers.ETag = Tag(http, tag);
        return null;
    }

    private static IResult Bytes(HttpContext http, TableFormat format, TableFile file, string title)
    {
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName($"selaras-{title}.{NameOf(format)}");
        http.Response.Headers.ContentDisposition = name.ToString();
        return Results.Bytes(file.End(), format == TableFormat.Csv ? CsvType + "; charset=utf-8" : XlsxType);
    }

    /// <summary>What the path names: <c>plans-19-2024-board</c>.</summary>
    private static string TitleOf(HttpContext http) =>
        string.Join('-', (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1));

    private static TableFormat? FormatOf(string asked) =>
        asked switch
        {
            "csv" => TableFormat.Csv,
            "xlsx" => TableFormat.Xlsx,
            _ => null,
        };

    private static string NameOf(TableFormat format) => format == TableFormat.Csv ? "csv" : "xlsx";
}
