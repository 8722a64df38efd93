namespace Coordination.Api.EventChain;

/// <summary>Tamper evidence: the chain over the events, its builder and its verifier.</summary>
internal static class ChainSetup
{
    internal static void AddEventChain(this IServiceCollection services) =>
        services
            .AddSingleton<FinalPositions>()
            .AddSingleton<ChainVerifier>()
            .AddSingleton<ChainBuilder>()
            .AddHostedService(provider => provider.GetRequiredService<ChainBuilder>());
}
