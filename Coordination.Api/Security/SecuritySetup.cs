using System.Text.Encodings.Web;
using Coordination.Api.Http;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Coordination.Api.Security;

/// <summary>Who callers are, what they may do, and how often.</summary>
internal static class SecuritySetup
{
    internal const string Scheme = "Bearer";

    /// <summary>Pages take the cookie alone, the API the bearer token alone.</summary>
    private const string ByEndpoint = "ByEndpoint";

    internal static void AddSecurity(this WebApplicationBuilder builder, SignInMode mode)
    {
        var services = builder.Services;
        services.AddAuthenticationCore(options => options.DefaultScheme = ByEndpoint);
        services.AddSingleton(UrlEncoder.Default);
        services.AddSingleton(HtmlEncoder.Default);
        services.AddSingleton<LiveTokens>();
        services.ConfigureMarten(options => options.Schema.For<AccessToken>().Index(token => token.Account));
        var use = mode == SignInMode.Local ? TokenUse.Page : TokenUse.PageOfProvider;
        new AuthenticationBuilder(services)
            .AddScheme<PageSessionOptions, PageSession>(PageSession.SchemeName, options => options.Use = use)
            .AddPolicyScheme(
                ByEndpoint,
                null,
                // A page that was not found still knows its reader.
                options =>
                    options.ForwardDefaultSelector = http =>
                        PageOf.Find(http) is not null || PageOf.IsNowhere(http) ? PageSession.SchemeName : Scheme
            );
        ProtectionKeys.AddTo(services, builder.Configuration);
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
            .AddSingleton<Accounts>()
            .AddSingleton<SignInDesk>()
            .AddSingleton<PasswordDesk>()
            .AddSingleton<UserDesk>()
            .AddSingleton<Passwords>()
            .AddSingleton<SignInAttempts>()
            .AddHostedService<FirstAccount>();
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, BearerHandler>(Scheme, null);
        services.ConfigureMarten(options =>
        {
            options.Schema.For<Account>();
            var attempts = new Table(SignInAttempts.Table);
            attempts.AddColumn<string>("account").AsPrimaryKey();
            attempts.AddColumn<int>("count").NotNull();
            attempts.AddColumn("last", "timestamptz").NotNull();
            options.Storage.ExtendedSchemaObjects.Add(attempts);
        });
    }
}
