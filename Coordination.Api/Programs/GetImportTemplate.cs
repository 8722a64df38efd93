using Coordination.Api.Http;
using Coordination.Api.Tables;

namespace Coordination.Api.Programs;

/// <summary><c>GET /api/programs/import-template</c>: made of the reference data of this build, once for each language.</summary>
internal static class GetImportTemplate
{
    private static readonly Lazy<byte[]> Indonesian = new(() => ImportTemplate.Make(isEnglish: false));
    private static readonly Lazy<byte[]> English = new(() => ImportTemplate.Make(isEnglish: true));

    internal static IResult Get(string? lang, HttpContext http)
    {
        if (lang is not (null or "id" or "en"))
            return Problem
                .Malformed("lang", $"'{lang}' is not a language of the template; there are id and en.")
                .ToResult();
        var tag = Answers.Tag("template", lang ?? "id");
        if (Answers.Has(http, tag))
            return Answers.NotModified(http, tag);
        http.Response.Headers.ETag = tag;
        return File(lang == "en");
    }

    internal static IResult File(bool isEnglish) =>
        Results.Bytes(
            (isEnglish ? English : Indonesian).Value,
            Table.XlsxType,
            isEnglish ? "selaras-import.xlsx" : "selaras-impor.xlsx"
        );
}
