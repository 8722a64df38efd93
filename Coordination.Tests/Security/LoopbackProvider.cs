using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Tests.Security;

/// <summary>A small OpenID Connect provider on this machine, with keys of its own.</summary>
internal sealed class LoopbackProvider : IAsyncDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Grant> grants = new(StringComparer.Ordinal);

    private LoopbackProvider(WebApplication app) => this.app = app;

    internal string Authority => app.Urls.Single();

    /// <summary>What everybody may know of its key.</summary>
    internal byte[] PublicKey => key.ExportSubjectPublicKeyInfo();

    internal static async Task<LoopbackProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new LoopbackProvider(builder.Build());
        provider.app.MapGet(
            "/.well-known/openid-configuration",
            () =>
                new
                {
                    issuer = provider.Authority,
                    jwks_uri = $"{provider.Authority}/keys",
                    authorization_endpoint = $"{provider.Authority}/authorize",
                    token_endpoint = $"{provider.Authority}/token",
                }
        );
        provider.app.MapPost("/token", provider.TokenAsync);
        provider.app.MapGet("/keys", () => new { keys = new[] { provider.Jwk() } });
        await provider.app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>A token as it would give it; change what the test is about.</summary>
    internal string Token(Action<SecurityTokenDescriptor>? change = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = "selaras",
            Expires = DateTime.UtcNow.AddMinutes(5),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = "b7d3",
                ["roles"] = new[] { "planner:19.05", "viewer:19", "unknown:19", "planner:19.0" },
            },
            SigningCredentials = new(SigningKey(key), SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    /// <summary>
    /// What it does when somebody is sent to it and signs in: the address to come back to, with a code. The code is for whoever knows what
    /// the challenge is the digest of, once.
    /// </summary>
    internal string Authorize(string url, string? challenge = null, Action<SecurityTokenDescriptor>? change = null)
    {
        Assert.StartsWith($"{Authority}/authorize?", url, StringComparison.Ordinal);
        var asked = QueryHelpers.ParseQuery(new Uri(url).Query);
        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.Equal("selaras", asked["client_id"]);
        Assert.Contains("openid", $"{asked["scope"]}", StringComparison.Ordinal);
        var code = Guid.NewGuid().ToString("N");
        var back = $"{asked["redirect_uri"]}";
        grants[code] = new(back, challenge ?? $"{asked["code_challenge"]}", $"{asked["nonce"]}", change);
        return QueryHelpers.AddQueryString(
            back,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = code, ["state"] = asked["state"] }
        );
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(TestContext.Current.CancellationToken);
        var digest = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes($"{form["code_verifier"]}")));
        if (
            !grants.TryRemove($"{form["code"]}", out var grant)
            || grant.Challenge != digest
            || grant.Back != form["redirect_uri"]
        )
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        var token = Token(descriptor =>
        {
            descriptor.IssuedAt = DateTime.UtcNow;
            descriptor.Claims["nonce"] = grant.Nonce;
            grant.Change?.Invoke(descriptor);
        });
        return Results.Json(
            new
            {
                access_token = "x",
                token_type = "Bearer",
                id_token = token,
            }
        );
    }

    private sealed record Grant(string Back, string Challenge, string Nonce, Action<SecurityTokenDescriptor>? Change);

    internal static RsaSecurityKey SigningKey(RSA key) => new(key) { KeyId = "key-1" };

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private object Jwk()
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            kid = "key-1",
            n = Base64UrlEncoder.Encode(parameters.Modulus),
            e = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }
}
