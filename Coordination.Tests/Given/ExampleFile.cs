using System.Text.Json;
using Coordination.Api.ExamplePlan;

namespace Coordination.Tests;

/// <summary>What the example's files say of a day, told apart from the Domain.</summary>
internal static class ExampleFile
{
    internal static IReadOnlyList<JsonElement> All { get; } = ReadPrograms();

    internal static bool IsBy(string? date, string day) => date is not null && string.CompareOrdinal(date, day) <= 0;

    internal static bool IsPlanned(JsonElement program, string day) =>
        IsBy(program.GetProperty("planned").GetString(), day);

    internal static bool IsEnded(JsonElement program, string day) =>
        IsOver(program, "deferred", day) || IsOver(program, "cancelled", day);

    internal static bool IsOver(JsonElement program, string end, string day) =>
        program.TryGetProperty(end, out var ended) && IsBy(ended.GetProperty("date").GetString(), day);

    internal static decimal Cost(JsonElement program) => program.GetProperty("estimatedCost").GetDecimal();

    internal static decimal Funded(JsonElement program, string day, bool consolidated)
    {
        var lines = program
            .GetProperty("funding")
            .EnumerateArray()
            .Where(line =>
                line.GetProperty("stage").GetString() == "allocated" && IsBy(line.GetProperty("setOn").GetString(), day)
            )
            .Where(line => !consolidated || !line.TryGetProperty("transferTo", out _))
            .Sum(line => Corrected(program, line, day));
        var grants = program
            .GetProperty("apbn")
            .EnumerateArray()
            .Select(request => request.GetProperty("decision"))
            .Where(decision => decision.ValueKind == JsonValueKind.Object && decision.TryGetProperty("granted", out _))
            .Where(decision => IsBy(decision.GetProperty("decidedOn").GetString(), day))
            .Sum(decision => decision.GetProperty("granted").GetDecimal());
        return lines + grants;
    }

    internal static decimal Corrected(JsonElement program, JsonElement line, string day)
    {
        var amount = line.GetProperty("amount").GetDecimal();
        if (!program.TryGetProperty("corrections", out var corrections))
            return amount;
        foreach (var correction in corrections.EnumerateArray())
            if (
                correction.GetProperty("line").GetString() == line.GetProperty("line").GetString()
                && IsBy(correction.GetProperty("date").GetString(), day)
            )
                amount = correction.GetProperty("amount").GetDecimal();
        return amount;
    }

    internal static decimal Progress(JsonElement program, string day)
    {
        if (IsCompleted(program, day))
            return 100;
        return program
            .GetProperty("progress")
            .EnumerateArray()
            .Where(report => IsBy(report.GetProperty("date").GetString(), day))
            .Select(report => report.GetProperty("percent").GetDecimal())
            .LastOrDefault();
    }

    /// <summary>Σ weight × level, each level raised by programs that are completed, or funded in full and not past their last day.</summary>
    internal static decimal Forecast(ExampleAssessment assessment, string day)
    {
        var levels = assessment.Levels.ToArray();
        foreach (var program in All.Where(program => IsOf(program, assessment.Government) && Delivers(program, day)))
        foreach (var lift in program.GetProperty("spbeIndicators").EnumerateArray())
        {
            var number = lift.GetProperty("number").GetInt32();
            levels[number - 1] = Math.Max(levels[number - 1], lift.GetProperty("level").GetInt32());
        }
        return levels.Index().Sum(entry => entry.Item * Weight(entry.Index + 1)) / 100;
    }

    private static bool IsCompleted(JsonElement program, string day) =>
        program.GetProperty("completed") is { ValueKind: JsonValueKind.Object } completed
        && IsBy(completed.GetProperty("date").GetString(), day);

    private static bool IsOf(JsonElement program, string government) =>
        program.GetProperty("government").GetString() == government;

    private static bool Delivers(JsonElement program, string day)
    {
        if (!IsPlanned(program, day) || IsEnded(program, day))
            return false;
        var end = program.GetProperty("schedule").GetProperty("end").GetString()!;
        return IsCompleted(program, day)
            || (
                Funded(program, day, consolidated: false) >= Cost(program)
                && end.StartsWith("2024", StringComparison.Ordinal)
                && string.CompareOrdinal(day, end) <= 0
            );
    }

    private static decimal Weight(int indicator) =>
        indicator switch
        {
            <= 10 => 1.3m,
            <= 20 => 2.5m,
            <= 31 => 1.5m,
            <= 41 => 2.75m,
            _ => 3m,
        };

    private static List<JsonElement> ReadPrograms()
    {
        using var file = typeof(ExampleCommands).Assembly.GetManifestResourceStream("example-plan-2024.json")!;
        return [.. JsonDocument.Parse(file).RootElement.EnumerateArray()];
    }
}
