using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Coordination.Benchmarks.Contenders;

/// <summary>A server under test as a process of its own, on a free port of the loopback.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(2);

    private readonly Process process;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    internal Uri Address { get; }

    internal double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Processor time so far: on a busy machine it says more than the clock.</summary>
    internal TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    internal static ServerProcess Start(ContenderKind kind, string connectionString)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var name = OperatingSystem.IsWindows() ? $"{kind.Program}.exe" : kind.Program;
        string[] arguments = [.. kind.Arguments, "--urls", address.GetLeftPart(UriPartial.Authority)];
        var info = new ProcessStartInfo(Path.Combine(kind.Folder, name), arguments)
        {
            WorkingDirectory = kind.Folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        info.Environment["ConnectionStrings__coordination"] = connectionString;
        info.Environment["Coordination__OnlyNode"] = "true";
        info.Environment["Coordination__Example"] = "false";
        foreach (var (setting, value) in BenchmarkAccount.Settings)
            info.Environment[setting] = value;
        info.Environment["Logging__LogLevel__Default"] = "Warning";
        info.Environment["Logging__LogLevel__Marten"] = "Error";
        info.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Warning";
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        // What the product's own settings say, so that the peers' collector is no other.
        info.Environment["DOTNET_gcServer"] = "1";
        var started = Process.Start(info) ?? throw new InvalidOperationException($"{name} does not start.");
        started.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 })
                Console.Error.WriteLine($"  {kind.Name}: {line.Data}");
        };
        started.BeginOutputReadLine();
        return new(started, address);
    }

    internal async Task ReadyAsync(HttpClient client)
    {
        for (var started = Stopwatch.GetTimestamp(); ; await Task.Delay(Poll))
        {
            try
            {
                using var reply = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (reply.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException("A server under test has not become ready.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
