namespace Coordination.Api.Security;

/// <summary>Who vouches for callers.</summary>
internal enum SignInMode
{
    /// <summary>This service, with accounts and passwords of its own.</summary>
    Local,

    /// <summary>An OpenID Connect provider.</summary>
    Oidc,
}

/// <summary>A setting without which the service does not start.</summary>
internal sealed class SettingException(string message) : Exception(message);

/// <summary>Reads <c>Authentication:Mode</c>. Outside development it is never guessed: who may sign in is decided by somebody.</summary>
internal static class SignInModes
{
    private const string Setting = "Authentication:Mode";

    internal static SignInMode SignInMode(this WebApplicationBuilder builder) =>
        builder.Configuration[Setting] switch
        {
            "local" => Security.SignInMode.Local,
            "oidc" => Security.SignInMode.Oidc,
            null or "" when builder.Environment.IsDevelopment() => Security.SignInMode.Local,
            null or "" => throw new SettingException(
                $"Say who vouches for callers: {Setting}=local (accounts of this service) or {Setting}=oidc (an OpenID "
                    + "Connect provider); as an environment variable Authentication__Mode."
            ),
            var other => throw new SettingException($"{Setting} is 'local' or 'oidc', not '{other}'."),
        };
}
