using System.ComponentModel;
using System.Diagnostics;

namespace Coordination.Api.EmbeddedPostgres;

internal sealed record ToolResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}

/// <summary>A program to run as the server's user, with nothing in its environment that could redirect it.</summary>
internal sealed record Tool(string Program, IReadOnlyList<string> Arguments, ServerAccount Account, string Folder)
{
    private static readonly string[] Redirecting = ["PG", "LC_", "LANG", "TZ"];

    public ProcessStartInfo StartInfo()
    {
        var info = new ProcessStartInfo(Program, Arguments) { WorkingDirectory = Folder, UseShellExecute = false };
        foreach (var name in info.Environment.Keys.Where(IsRedirecting).ToList())
        {
            info.Environment.Remove(name);
        }

        info.Environment["LC_ALL"] = "C";
        info.Environment["TZ"] = "UTC";
        info.UserName = Account.Name;
        return info;
    }

    /// <summary>Runs to the end. A program that cannot be started at all is one that failed, with the reason.</summary>
    public async Task<ToolResult> RunAsync(CancellationToken token)
    {
        var info = StartInfo();
        info.RedirectStandardOutput = info.RedirectStandardError = true;
        try
        {
            using var process = Process.Start(info)!;
            return await FinishAsync(process, token);
        }
        catch (Win32Exception e)
        {
            return new ToolResult(-1, e.Message);
        }
    }

    private static async Task<ToolResult> FinishAsync(Process process, CancellationToken token)
    {
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(token);
            var errors = process.StandardError.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            return new ToolResult(process.ExitCode, $"{await output}{await errors}".Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static bool IsRedirecting(string variable) =>
        Redirecting.Any(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
