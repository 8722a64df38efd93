using System.Text.Json;
using Coordination.Tests.Api;

namespace Coordination.Tests.Faults;

/// <summary>A command that may be sent again and again under its key.</summary>
internal sealed record KeyedCommand(string Key, string Path, string Body)
{
    internal static KeyedCommand Open(string key) =>
        new(key, "/api/plans", """{"province":"19","year":2024,"target":{"rate":0.8,"definition":"completion"}}""");

    internal static KeyedCommand Plan(string key, string title) =>
        new(key, "/api/programs", JsonSerializer.Serialize(ApiWithPlan.Proposal(("title", title))));

    /// <summary>What happens to a program, step by step: money first, then progress and payments in turn.</summary>
    internal static KeyedCommand Next(string key, string program, int step) =>
        step == 1 ? On(key, program, "funding", ApiWithPlan.Allocated(40_000_000))
        : step % 2 == 0 ? Progress(key, program, step * 10)
        : On(
            key,
            program,
            "realisations",
            new
            {
                line = "1",
                amount = 1_000_000 + (step / 4m),
                date = "2024-03-01",
            }
        );

    internal static KeyedCommand Progress(string key, string program, decimal percent) =>
        On(
            key,
            program,
            "progress",
            new
            {
                percent,
                asOf = "2024-05-01",
                note = key,
            }
        );

    private static KeyedCommand On(string key, string program, string what, object body) =>
        new(key, $"/api/programs/{program}/{what}", JsonSerializer.Serialize(body));
}

/// <summary>A command that was answered with success.</summary>
internal sealed record Acknowledgement(KeyedCommand Command, int Status, string Answer)
{
    private readonly JsonElement json = JsonSerializer.Deserialize<JsonElement>(Answer);

    internal string Id => json.GetProperty("id").GetString()!;

    internal long Version => json.GetProperty("version").GetInt64();

    internal long Position => json.GetProperty("position").GetInt64();
}
