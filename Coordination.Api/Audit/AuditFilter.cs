using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Coordination.Api.Audit;

/// <summary>Which events the log shows; every filter that is given must hold.</summary>
internal sealed record AuditFilter
{
    /// <summary>The government that an event concerns: its own, that of its place, or the province of its plan.</summary>
    private const string Concerned =
        "coalesce(data->>'government', left(data->>'location', 5), left(data->>'plan', 2))";

    /// <summary>Events of a plan and of its programs: plan id.</summary>
    [FromQuery(Name = "plan")]
    public string? Plan { get; init; }

    /// <summary>Events that concern this government: its code.</summary>
    [FromQuery(Name = "government")]
    public string? Government { get; init; }

    /// <summary>Events of one stream: a program's number, <c>plan-19-2024</c>, <c>assessment-19.05-2024</c>, <c>coverage-19.05.01.2003</c>.</summary>
    [FromQuery(Name = "stream")]
    public string? Stream { get; init; }

    /// <summary>Who recorded them.</summary>
    [FromQuery(Name = "account")]
    public string? Account { get; init; }

    /// <summary>Stored name of the event.</summary>
    [FromQuery(Name = "event")]
    public string? Event { get; init; }

    /// <summary>Recorded on or after this day in Jakarta, or moment in UTC.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Recorded on or before this day in Jakarta, or moment in UTC.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary><c>position</c>, as recorded; or <c>-position</c>, the last first.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>As it is without what a form leaves empty.</summary>
    internal AuditFilter WithoutEmpty() =>
        new()
        {
            Plan = Filled(Plan),
            Government = Filled(Government),
            Stream = Filled(Stream),
            Account = Filled(Account),
            Event = Filled(Event),
            From = Filled(From),
            To = Filled(To),
            Sort = Filled(Sort),
        };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal bool IsLastFirst => Sort == "-position";

    /// <summary>What a cursor must agree with.</summary>
    internal string Fingerprint => $"audit {JsonSerializer.Serialize(this, CanonicalJson.Options)}";

    /// <summary>The first filter that cannot be one, or none.</summary>
    internal (string Field, Sentence Detail)? Fault()
    {
        if (Plan is not null && !Domain.Plans.Plan.IsWellFormedId(Plan))
            return ("plan", $"'{Plan}' is not the id of a plan.");
        if (Government is not null && Domain.Reference.Government.Find(Government) is null)
            return ("government", $"'{Government}' is not the code of a government.");
        foreach (var (field, value) in new[] { ("stream", Stream), ("account", Account) })
            if (value is not null && (value.Length is 0 or > 200 || value.Any(char.IsControl)))
                return (
                    field,
                    $"'{new Word("field", field)}' is not a text of 1 to 200 characters without control characters."
                );
        if (Event is not null && !EventNames.Types.ContainsKey(Event))
            return (
                "event",
                $"'{Event}' is not an event; there are {string.Join(", ", EventNames.Types.Keys.Order(StringComparer.Ordinal))}."
            );
        foreach (var (field, value) in new[] { ("from", From), ("to", To) })
            if (value is not null && MomentOf(value) is null)
                return (field, $"'{value}' is neither a day (2024-06-30) nor a moment in UTC (…Z).");
        return Sort is null or "position" or "-position"
            ? null
            : ("sort", $"'{Sort}' is not an order; there are position and -position.");
    }

    /// <summary>The condition on an event; adds its values to the command.</summary>
    internal string ToSql(NpgsqlCommand command)
    {
        var conditions = new List<string> { "true" };
        void Add(object? value, string condition)
        {
            if (value is null)
                return;
            command.Parameters.Add(new() { Value = value });
            conditions.Add($"{condition} ${command.Parameters.Count}");
        }

        Add(Plan, "data->>'plan' =");
        Add(Government, $"{Concerned} =");
        Add(Stream, "stream_id =");
        Add(Account, "user_name =");
        Add(Event, "type =");
        // A day's moment is its last: the day before ends a day earlier.
        Add(IsDay(From) ? MomentOf(From)!.Value.AddDays(-1) : null, "timestamp >");
        Add(IsDay(From) ? null : MomentOf(From), "timestamp >=");
        Add(MomentOf(To), "timestamp <=");
        return string.Join(" and ", conditions);
    }

    private static bool IsDay(string? text) => text is { Length: 10 };

    /// <summary>The moment that a text names, or the last of the day; none of years that are at the end of time.</summary>
    private static DateTimeOffset? MomentOf(string? text) =>
        ViewPoints.TryParse(text, out _, out var moment) && moment is { Year: > 1 and < 9999 } ? moment : null;
}
