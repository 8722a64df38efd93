using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Api.Security;

/// <summary>Tokens of an OpenID Connect provider: signed with its own keys, for this service, and not ended.</summary>
internal static class Oidc
{
    internal static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(30);

    /// <summary>With asymmetric keys alone: nobody here can make a token, and the public key makes none.</summary>
    internal static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    internal static void AddOidc(this WebApplicationBuilder builder)
    {
        var settings = OidcSettings.Read(builder.Configuration);
        builder.Services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>, JwtBearerPostConfigureOptions>();
        new AuthenticationBuilder(builder.Services).AddScheme<JwtBearerOptions, JwtBearerHandler>(
            SecuritySetup.Scheme,
            jwt => Configure(jwt, settings)
        );
        builder.Services.AddSingleton(settings);
        if (settings.ClientId is not null)
            OidcPages.AddTo(builder.Services, settings);
    }

    private static void Configure(JwtBearerOptions jwt, OidcSettings settings)
    {
        jwt.Authority = settings.Authority.ToString();
        jwt.Audience = settings.Audience;
        // Keys over plain HTTP are anybody's keys; this machine's own are not on the network.
        jwt.RequireHttpsMetadata = !settings.Authority.IsLoopback;
        jwt.MapInboundClaims = false;
        jwt.TokenValidationParameters.ValidAlgorithms = Algorithms;
        jwt.TokenValidationParameters.ClockSkew = ClockDifference;
        jwt.Events = new()
        {
            OnTokenValidated = validated =>
            {
                if (settings.CallerOf(validated.Principal!) is { } caller)
                    validated.Principal = caller.ToPrincipal();
                else
                    validated.Fail($"The token has no usable claim '{settings.AccountClaim}'.");
                return Task.CompletedTask;
            },
        };
    }
}
