using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Tests.Security;

/// <summary>A small OpenID Connect provider on this machine, with keys of its own.</summary>
internal sealed class LoopbackProvider : IAsyncDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly WebApplication app;

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
            () => new { issuer = provider.Authority, jwks_uri = $"{provider.Authority}/keys" }
        );
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
