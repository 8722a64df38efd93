namespace Coordination.Api.Security;

internal static class Oidc
{
    internal static void AddOidc(this WebApplicationBuilder builder) => throw new SettingException("not yet");
}
