using System.Text.Encodings.Web;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Coordination.Api.Security;

/// <summary>Who callers are, what they may do, and how often.</summary>
internal static class SecuritySetup
{
    internal const string Scheme = "Bearer";

    internal static void AddSecurity(this WebApplicationBuilder builder, SignInMode mode)
    {
        var services = builder.Services;
        // The core alone: nothing is protected with keys that would have to be kept, there are no cookies.
        services.AddAuthenticationCore(options => options.DefaultScheme = Scheme);
        services.AddSingleton(UrlEncoder.Default);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        builder.AddRateLimits();
        if (mode == SignInMode.Oidc)
            builder.AddOidc();
        else
            services.AddLocalAccounts();
    }

    internal static void UseSecurity(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseAuthentication();
        app.UseRights();
        app.UseRateLimiter();
        app.UseStandingRights();
    }

    private static void AddLocalAccounts(this IServiceCollection services)
    {
        services
            .AddSingleton<LiveTokens>()
            .AddSingleton<Accounts>()
            .AddSingleton<Passwords>()
            .AddSingleton<SignInAttempts>()
            .AddHostedService<FirstAccount>();
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, BearerHandler>(Scheme, null);
        services.ConfigureMarten(options =>
        {
            options.Schema.For<Account>();
            options.Schema.For<AccessToken>().Index(token => token.Account);
            var attempts = new Table(SignInAttempts.Table);
            attempts.AddColumn<string>("account").AsPrimaryKey();
            attempts.AddColumn<int>("count").NotNull();
            attempts.AddColumn("last", "timestamptz").NotNull();
            options.Storage.ExtendedSchemaObjects.Add(attempts);
        });
    }
}
