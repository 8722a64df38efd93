using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Coordination.Api.EmbeddedPostgres;
using Coordination.Tests.Api;

namespace Coordination.Tests.Faults;

/// <summary>The built service as a process of its own, which can be killed and started again at the same address.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly (string Name, string Value)[] settings;
    private readonly StringBuilder output = new();
    private Process? process;

    private readonly Func<string> connectionString;

    private ApiProcess(Func<string> connectionString, (string Name, string Value)[] settings)
    {
        (this.connectionString, this.settings) = (connectionString, settings);
        Client = new() { BaseAddress = new($"http://127.0.0.1:{FreePort()}") };
        Client.DefaultRequestHeaders.Authorization = new("Bearer", TestAccount.Token);
    }

    /// <summary>On the database of a connection string, alone unless a setting says otherwise.</summary>
    public static ApiProcess On(string connectionString, params (string Name, string Value)[] settings) =>
        new(
            () => connectionString,
            [("ConnectionStrings__coordination", connectionString), ("Coordination__OnlyNode", "true"), .. settings]
        );

    /// <summary>With a private PostgreSQL in a folder.</summary>
    public static ApiProcess WithOwnDatabase(ClusterFolder folder) =>
        new(
            () => new ServerConnection(PostmasterFile.Read(folder)!.Port, Password.Read(folder)).To("coordination"),
            [("COORDINATION_DATA", folder.Root)]
        );

    /// <summary>The database that it works on.</summary>
    public string ConnectionString => connectionString();

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    /// <summary>What it has written since it was made, over all starts.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Starts it, waits until it is ready, and signs in.</summary>
    public async Task StartAsync()
    {
        process?.Dispose();
        process = Process.Start(StartInfo())!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var watch = Stopwatch.StartNew(); !await IsReadyAsync(); )
        {
            Assert.False(process.HasExited, $"The service ended at its start:\n{Output}");
            Assert.True(watch.Elapsed < Patience, $"The service did not become ready:\n{Output}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        await TestAccount.AddAsync(ConnectionString);
    }

    /// <summary>Whether it says that it is ready; one that does not answer is not.</summary>
    public async Task<bool> IsReadyAsync() => await StatusAsync("/health/ready") == HttpStatusCode.OK;

    /// <summary>What it says of its readiness.</summary>
    public async Task<string> ReadinessAsync()
    {
        using var response = await Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The status that a path is answered with, or none when nobody answers.</summary>
    public async Task<HttpStatusCode?> StatusAsync(string path)
    {
        try
        {
            using var response = await Client.GetAsync(path, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>SIGKILL: it cannot finish anything.</summary>
    public Task KillAsync()
    {
        process!.Kill();
        return process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: it is asked to end, and its exit code is given.</summary>
    public Task<int> TerminateAsync()
    {
        Signal("TERM");
        return ExitCodeAsync();
    }

    /// <summary>The exit code, once it has ended.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await process!.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>SIGSTOP: it stands still, as a virtual machine does that is moved, and its connections stay open.</summary>
    public void Pause() => Signal("STOP");

    /// <summary>SIGCONT.</summary>
    public void Resume() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (process is null)
            return;
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{name} {process!.Id}"]);
        kill.WaitForExit();
    }

    private ProcessStartInfo StartInfo()
    {
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        var api = Path.Combine(AppContext.BaseDirectory, "Coordination.Api.dll");
        var info = new ProcessStartInfo(dotnet, ["exec", api, $"--urls={Address}"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["Authentication__Mode"] = "local";
        info.Environment["Coordination__Example"] = "false";
        foreach (var (name, value) in TestAccount.Settings.Concat(settings))
            info.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return info;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output)
            output.AppendLine(line.Data);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
