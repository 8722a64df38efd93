using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace Coordination.Benchmarks.Peers;

/// <summary>What both peers are built on: the slim host, the database named as the product's is, and nothing else.</summary>
internal static class PeerHost
{
    internal static (WebApplicationBuilder Builder, string ConnectionString) New(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return (builder, builder.Configuration.GetConnectionString("coordination")!);
    }
}
