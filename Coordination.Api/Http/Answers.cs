using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Tables;
using Microsoft.Net.Http.Headers;

namespace Coordination.Api.Http;

/// <summary>Answers with an <c>ETag</c> of all that their bytes depend on, and <c>304</c> when the caller has them.</summary>
internal static class Answers
{
    /// <summary>Another build may write other bytes for the same facts.</summary>
    private static readonly string Build = typeof(Answers).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>A short name of what a tag depends on besides its point, whatever characters that has.</summary>
    internal static string Digest(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    /// <summary>A tag of what the bytes depend on, and of the build that writes them.</summary>
    internal static string Tag(params object[] parts) => $"\"{string.Join('-', parts)}-{Build}\"";

    /// <summary>A tag of a value that carries no version.</summary>
    internal static string TagOf<T>(T value) => Tag(Convert.ToHexString(SHA256.HashData(ToBytes(value)))[..16]);

    /// <summary>Whether the caller has the bytes of that tag.</summary>
    internal static bool Has(HttpContext http, string tag) =>
        http.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } tags
        && tags.Any(candidate =>
            candidate.Equals(EntityTagHeaderValue.Any)
            || candidate.Compare(new EntityTagHeaderValue(tag), useStrongComparison: false)
        );

    internal static IResult NotModified(HttpContext http, string tag)
    {
        http.Response.Headers.ETag = tag;
        http.Response.Headers.Vary = "Accept";
        return Results.StatusCode(StatusCodes.Status304NotModified);
    }

    internal static IResult Json<T>(HttpContext http, T value, string tag)
    {
        if (Has(http, tag))
            return NotModified(http, tag);
        http.Response.Headers.ETag = tag;
        http.Response.Headers.Vary = "Accept";
        return Results.Json(value, CanonicalJson.Options);
    }

    /// <summary>A page of a list, in JSON or as a table; a table that was asked for in pages names the next one in <c>Link</c>.</summary>
    internal static IResult Page<T, TView, TRow>(
        HttpContext http,
        IEnumerable<T> items,
        string? next,
        string tag,
        Func<T, TView> show,
        Func<T, TRow> flatten
    )
    {
        if (!Table.IsWanted(http))
            return Json(http, new Page<TView>([.. items.Select(show)], next), tag);
        if (next is not null)
        {
            var query = QueryString.Create(http.Request.Query.Where(pair => pair.Key != "cursor")).Add("cursor", next);
            http.Response.Headers.Link = $"<{http.Request.Path}{query}>; rel=\"next\"";
        }
        return Table.Answer(http, items.Select(flatten), tag);
    }

    internal static IResult Bytes(HttpContext http, byte[] json, string tag)
    {
        http.Response.Headers.ETag = tag;
        http.Response.Headers.Vary = "Accept";
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(json, "application/json; charset=utf-8");
    }

    /// <summary>Serialises once, for answers whose bytes must be the canonical ones.</summary>
    internal static byte[] ToBytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, CanonicalJson.Options);
}
