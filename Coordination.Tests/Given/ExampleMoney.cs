using System.Globalization;
using System.Text.Json;

namespace Coordination.Tests;

/// <summary>
/// The money of the example's file by what was known by the end of a day, and, where a day is given for it, by what was valid then.
/// Written apart from the Domain, plainly: each figure is a sum over the file.
/// </summary>
internal sealed class ExampleMoney(string known, string day, string? valid)
{
    private static readonly string[] OutsideApbd = ["APBN-KL", "APBN-DEKON", "APBN-TP", "APBN-BAKTI"];
    private static readonly string[] ThroughApbd = ["TKD-DAKF", "TKD-DAKNF", "TKD-DAU-SG"];

    /// <summary>A line or grant: its source none of which is of a giver when <c>IsGiven</c>.</summary>
    private sealed record Line(
        string Id,
        string Source,
        string Stage,
        decimal Amount,
        decimal Realised,
        bool IsGiven,
        string? Number,
        string? DocumentDate,
        int Payments
    );

    private sealed record Request(string Id, string Scheme, decimal Amount, string On, string Status);

    private List<JsonElement> Planned =>
        [.. ExampleFile.All.Where(program => IsBy(program.GetProperty("planned").GetString(), known))];

    /// <summary>Every figure by its path in the view, over the lines and requests that the predicate takes.</summary>
    internal Dictionary<string, decimal?> Of(Func<JsonElement, string?, bool> takes)
    {
        var all = Planned.Where(program => takes(program, null)).ToList();
        var own = all.Where(IsActive).ToList();
        var lines = Planned
            .SelectMany(program =>
                LinesOf(program).Select(line => (Program: program, Line: line, IsActive: IsActive(program)))
            )
            .Where(entry => takes(entry.Program, entry.Line.Source))
            .ToList();
        var requests = Planned
            .Where(IsActive)
            .SelectMany(program => RequestsOf(program).Select(request => (Program: program, Request: request)))
            .Where(entry => takes(entry.Program, entry.Request.Scheme))
            .Select(entry => entry.Request)
            .ToList();
        var figures = new Dictionary<string, decimal?>(StringComparer.Ordinal)
        {
            ["programs"] = all.Count,
            ["active"] = own.Count,
            ["estimatedCost"] = own.Sum(Cost),
            ["fundingGap"] = own.Sum(program => Math.Max(0, Cost(program) - Allocated(program))),
            ["apbn.requested"] = requests.Sum(request => request.Amount),
            ["waiting.requests"] = requests.Count(request => request.Status == "undecided"),
            ["waiting.amount"] = requests
                .Where(request => request.Status == "undecided")
                .Sum(request => request.Amount),
        };
        foreach (var isConsolidated in (bool[])[true, false])
        {
            var counted = lines.Where(entry => !isConsolidated || !entry.Line.IsGiven).ToList();
            var prefix = isConsolidated ? "consolidated" : "unconsolidated";
            foreach (var stage in (string[])["proposed", "indicative", "ceiling", "allocated"])
                figures[$"{prefix}.{stage}"] = counted
                    .Where(entry => entry.IsActive && entry.Line.Stage == stage)
                    .Sum(entry => entry.Line.Amount);
            figures[$"{prefix}.realised"] = counted.Where(entry => entry.IsActive).Sum(entry => entry.Line.Realised);
            figures[$"{prefix}.released"] = counted
                .Where(entry => !entry.IsActive && entry.Line.Stage == "allocated")
                .Sum(entry => entry.Line.Amount - entry.Line.Realised);
        }
        var active = lines.Where(entry => entry.IsActive && !entry.Line.IsGiven).ToList();
        decimal Central(string[] sources) =>
            active
                .Where(entry => sources.Contains(entry.Line.Source) && entry.Line.Stage == "allocated")
                .Sum(entry => entry.Line.Amount);
        figures["apbn.outsideApbd"] = Central(OutsideApbd);
        figures["apbn.throughApbd"] = Central(ThroughApbd);
        figures["apbn.granted"] = figures["apbn.outsideApbd"] + figures["apbn.throughApbd"];
        figures["apbn.realised"] = active
            .Where(entry => OutsideApbd.Concat(ThroughApbd).Contains(entry.Line.Source))
            .Sum(entry => entry.Line.Realised);
        var (allocated, realised) = (figures["consolidated.allocated"]!.Value, figures["consolidated.realised"]!.Value);
        var forecast = active.Sum(entry => Forecast(entry.Program, entry.Line));
        figures["absorption.forecast"] = forecast;
        figures["absorption.rate"] = Share(realised, allocated);
        figures["absorption.forecastRate"] = Share(forecast, allocated);
        return figures;
    }

    internal IEnumerable<string> Waiting =>
        from program in Planned
        where IsActive(program)
        from request in RequestsOf(program)
        where request.Status == "undecided"
        select $"{Number(program)} {request.Id} {DaysSince(request.On)}";

    internal IEnumerable<string> Lines =>
        from program in Planned
        from line in LinesOf(program)
        select $"{Number(program)} {line.Id} {line.Source} {line.Stage} {line.Amount:0.##} {line.Realised:0.##} {line.Number} {line.Payments}";

    internal IEnumerable<string> Alarms
    {
        get
        {
            var september = $"{day[..4]}-09-30";
            foreach (var program in Planned.Where(IsActive))
            {
                var lines = LinesOf(program).Where(line => line.Stage == "allocated").ToList();
                foreach (var line in lines)
                    if (
                        IsBy(september, day)
                        && line is { Realised: 0, Amount: > 0, IsGiven: false }
                        && IsBy(line.DocumentDate ?? september, september)
                    )
                        yield return $"unrealised {Number(program)} {line.Id} {line.Amount:0.##}";
                foreach (var request in RequestsOf(program))
                    if (request.Status == "undecided" && DaysSince(request.On) >= 30)
                        yield return $"unanswered {Number(program)} {request.Id} {request.Amount:0.##}";
                var (funded, paid) = (lines.Sum(line => line.Amount), lines.Sum(line => line.Realised));
                if (funded > 0 && paid * 100 / funded - Progress(program) > 20)
                    yield return $"ahead-of-progress {Number(program)}  {paid:0.##}";
            }
        }
    }

    /// <summary>A line holds from its document's date, a correction from <c>validFrom</c>, a grant from its decision.</summary>
    private IEnumerable<Line> LinesOf(JsonElement program)
    {
        foreach (var line in program.GetProperty("funding").EnumerateArray())
        {
            var setOn = line.GetProperty("setOn").GetString();
            var document = Object(line, "document");
            var documentDate = document?.GetProperty("date").GetString();
            if (!IsBy(setOn, known))
                continue;
            var holds = IsValid(documentDate ?? setOn);
            var amount = line.GetProperty("amount").GetDecimal();
            foreach (var correction in Array(program, "corrections"))
                if (
                    correction.GetProperty("line").GetString() == line.GetProperty("line").GetString()
                    && IsBy(correction.GetProperty("date").GetString(), known)
                    && IsValid(correction.GetProperty("validFrom").GetString())
                )
                {
                    (holds, amount) = (true, correction.GetProperty("amount").GetDecimal());
                    document = correction.GetProperty("document");
                    documentDate = document.Value.GetProperty("date").GetString();
                }
            var id = line.GetProperty("line").GetString()!;
            var paid = Paid(program.GetProperty("realised"), id).ToList();
            if (holds || paid.Count > 0)
                yield return new(
                    id,
                    line.GetProperty("source").GetString()!,
                    line.GetProperty("stage").GetString()!,
                    holds ? amount : 0,
                    paid.Sum(),
                    line.TryGetProperty("transferTo", out _),
                    document?.GetProperty("number").GetString(),
                    documentDate,
                    paid.Count
                );
        }
        foreach (var (id, request) in Asked(program))
            if (
                Object(request, "decision") is { } decision
                && decision.TryGetProperty("granted", out var granted)
                && IsBy(decision.GetProperty("decidedOn").GetString(), known)
            )
            {
                var paid = Paid(request.GetProperty("realised"), null).ToList();
                var holds = IsValid(decision.GetProperty("decidedOn").GetString());
                var document = decision.GetProperty("document");
                if (holds || paid.Count > 0)
                    yield return new(
                        id,
                        request.GetProperty("scheme").GetString()!,
                        "allocated",
                        holds ? granted.GetDecimal() : 0,
                        paid.Sum(),
                        false,
                        document.GetProperty("number").GetString(),
                        document.GetProperty("date").GetString(),
                        paid.Count
                    );
            }
    }

    private IEnumerable<Request> RequestsOf(JsonElement program)
    {
        foreach (var (id, request) in Asked(program))
        {
            var on = request.GetProperty("requestedOn").GetString()!;
            var decision = Object(request, "decision");
            var decidedOn = decision?.GetProperty("decidedOn").GetString();
            var isDecided = IsBy(decidedOn, known) && IsValid(decidedOn);
            if (IsBy(on, known) && IsValid(on))
                yield return new(
                    id,
                    request.GetProperty("scheme").GetString()!,
                    request.GetProperty("requested").GetDecimal(),
                    on,
                    isDecided ? "decided" : "undecided"
                );
        }
    }

    private static IEnumerable<(string Id, JsonElement Request)> Asked(JsonElement program) =>
        program
            .GetProperty("apbn")
            .EnumerateArray()
            .OrderBy(request => request.GetProperty("requestedOn").GetString(), StringComparer.Ordinal)
            .Select((request, index) => ($"r{index + 1}", request));

    private IEnumerable<decimal> Paid(JsonElement payments, string? line) =>
        payments
            .EnumerateArray()
            .Where(paid => line is null || paid.GetProperty("line").GetString() == line)
            .Where(paid => IsBy(paid.GetProperty("date").GetString(), known))
            .Where(paid => IsValid(paid.GetProperty("date").GetString()))
            .Select(paid => paid.GetProperty("amount").GetDecimal());

    private decimal Forecast(JsonElement program, Line line)
    {
        var schedule = program.GetProperty("schedule");
        var (start, end) = (Day(schedule.GetProperty("start")), Day(schedule.GetProperty("end")));
        var (today, newYear) = (Parse(day), new DateOnly(2025, 1, 1));
        if (line.Stage != "allocated" || today >= newYear.AddDays(-1))
            return line.Realised;
        decimal expected = Progress(program);
        decimal length = newYear.DayNumber - start.DayNumber;
        if (IsCompleted(program))
            expected = 100;
        else if (today < start)
            expected = Math.Max(expected, 100 * length / (end.DayNumber + 1 - start.DayNumber));
        else
            expected = expected * length / (today.DayNumber + 1 - start.DayNumber);
        var paid = Math.Round(line.Amount * Math.Min(100, expected) / 100, MidpointRounding.AwayFromZero);
        return paid > line.Realised ? paid : line.Realised;
    }

    private decimal Progress(JsonElement program) =>
        IsCompleted(program)
            ? 100
            : program
                .GetProperty("progress")
                .EnumerateArray()
                .Where(report => IsBy(report.GetProperty("date").GetString(), known))
                .Where(report => IsValid(report.GetProperty("date").GetString()))
                .Select(report => report.GetProperty("percent").GetDecimal())
                .LastOrDefault();

    private decimal Allocated(JsonElement program) =>
        LinesOf(program).Where(line => line.Stage == "allocated").Sum(line => line.Amount);

    private bool IsCompleted(JsonElement program) => Has(program, "completed");

    private bool IsActive(JsonElement program) => !Has(program, "deferred") && !Has(program, "cancelled");

    private bool Has(JsonElement program, string what) =>
        Object(program, what) is { } it
        && IsBy(it.GetProperty("date").GetString(), known)
        && IsValid(it.GetProperty("date").GetString());

    private bool IsValid(string? date) => valid is null || IsBy(date, valid);

    private int DaysSince(string on) => Parse(day).DayNumber - Parse(on).DayNumber;

    private static bool IsBy(string? date, string day) => date is not null && string.CompareOrdinal(date, day) <= 0;

    private static JsonElement? Object(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static List<JsonElement> Array(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) ? [.. value.EnumerateArray()] : [];

    private static decimal Cost(JsonElement program) => program.GetProperty("estimatedCost").GetDecimal();

    private static string Number(JsonElement program) =>
        $"{program.GetProperty("government").GetString()}-2024-0{program.GetProperty("ref").GetString()}";

    private static decimal? Share(decimal part, decimal whole) =>
        whole == 0 ? null : Math.Round(part / whole, 6, MidpointRounding.AwayFromZero);

    private static DateOnly Day(JsonElement day) => Parse(day.GetString()!);

    private static DateOnly Parse(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
