using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Coordination.Api.Pages;

/// <summary>
/// The files that pages link to. The name of each holds a digest of what is in it, so that a browser asks for it once and never sees an
/// old one beside a new page.
/// </summary>
internal static class AssetFiles
{
    private static readonly Asset StyleAsset = Asset.Read("selaras.css", "text/css; charset=utf-8");
    private static readonly Asset IconAsset = Asset.Read("selaras.svg", "image/svg+xml");
    private static readonly Asset ScriptAsset = Asset.Read("selaras.js", "text/javascript; charset=utf-8");
    private static readonly FrozenDictionary<string, Asset> ByPath = new[]
    {
        StyleAsset,
        IconAsset,
        ScriptAsset,
    }.ToFrozenDictionary(asset => asset.Path);

    internal static string Style => StyleAsset.Path;

    internal static string Icon => IconAsset.Path;

    internal static string Script => ScriptAsset.Path;

    internal static void MapAssets(this WebApplication app) =>
        app.MapGet("/assets/{name}", Get).ExcludeFromDescription().AllowAnonymous();

    private static IResult Get(string name, HttpContext http)
    {
        if (!ByPath.TryGetValue($"/assets/{name}", out var asset))
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        var isSmall = http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (isSmall)
            http.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(isSmall ? asset.Small : asset.Bytes, asset.Type);
    }

    private sealed record Asset(string Path, string Type, byte[] Bytes, byte[] Small)
    {
        internal static Asset Read(string name, string type)
        {
            using var resource = typeof(AssetFiles).Assembly.GetManifestResourceStream(name)!;
            using var buffer = new MemoryStream();
            resource.CopyTo(buffer);
            var bytes = buffer.ToArray();
            var digest = Convert.ToHexStringLower(SHA256.HashData(bytes))[..10];
            using var small = new MemoryStream();
            using (var brotli = new BrotliStream(small, CompressionLevel.SmallestSize))
                brotli.Write(bytes);
            var parts = name.Split('.');
            return new($"/assets/{parts[0]}.{digest}.{parts[1]}", type, bytes, small.ToArray());
        }
    }
}
