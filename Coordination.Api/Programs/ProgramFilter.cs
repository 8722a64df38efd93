using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Domain;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Coordination.Api.Programs;

/// <summary>Which programs a list shows; every filter that is given must hold.</summary>
internal sealed record ProgramFilter
{
    /// <summary>Plan id.</summary>
    [FromQuery(Name = "plan")]
    public string? Plan { get; init; }

    /// <summary>Government code.</summary>
    [FromQuery(Name = "government")]
    public string? Government { get; init; }

    /// <summary>Priority code.</summary>
    [FromQuery(Name = "priority")]
    public string? Priority { get; init; }

    /// <summary>Status.</summary>
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    /// <summary>Code of a funding source that a line has.</summary>
    [FromQuery(Name = "source")]
    public string? Source { get; init; }

    /// <summary>Programs that work at this location, inside it, or in an area that contains it.</summary>
    [FromQuery(Name = "location")]
    public string? Location { get; init; }

    /// <summary>Text in number, title, description, agency or reference, whatever the case.</summary>
    [FromQuery(Name = "q")]
    public string? Query { get; init; }

    /// <summary>What the list is ordered by, ties by id; a leading <c>-</c> turns it round.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>What a cursor must agree with.</summary>
    internal string Fingerprint => JsonSerializer.Serialize(this, CanonicalJson.Options);

    /// <summary>The first filter that cannot be one, or none.</summary>
    internal (string Field, Sentence Detail)? Fault()
    {
        (string Field, string? Value)[] given =
        [
            ("plan", Plan),
            ("government", Government),
            ("priority", Priority),
            ("status", Status),
            ("source", Source),
            ("location", Location),
            ("q", Query),
        ];
        foreach (var (field, value) in given)
            if (value is not null && (value.Length is 0 or > 200 || value.Any(char.IsControl)))
                return (
                    field,
                    $"'{new Word("field", field)}' is not a text of 1 to 200 characters without control characters."
                );
        if (Status is not null && !Statuses.Contains(Status))
            return ("status", $"'{Status}' is not a status; there are {string.Join(", ", Statuses)}.");
        if (Location is not null && Domain.Reference.Location.Find(Location) is null)
            return ("location", $"'{Location}' is not the code of a location.");
        if (ProgramSort.Find(Sort) is null)
            return ("sort", $"'{Sort}' is not an order; there are {string.Join(", ", ProgramSort.Names)}.");
        return null;
    }

    /// <summary>The condition on a program's document; adds its values to the command.</summary>
    internal string ToSql(NpgsqlCommand command)
    {
        var conditions = new List<string> { "true" };
        void Add(string? value, Func<string, string> condition)
        {
            if (value is null)
                return;
            conditions.Add(condition($"${command.Parameters.Count + 1}"));
            command.Parameters.Add(new() { Value = value });
        }

        Add(Plan, value => $"data->'program'->>'plan' = {value}");
        Add(Government, value => $"data->'program'->>'government' = {value}");
        Add(Priority, value => $"data->'program'->'details'->>'priority' = {value}");
        Add(Status, value => $"data->'program'->>'status' = {value}");
        Add(Source, value => $"data->'program'->'funding' @> jsonb_build_array(jsonb_build_object('source', {value}))");
        Add(
            Location,
            value =>
                $"""
                    exists (select from jsonb_array_elements_text(data->'program'->'details'->'locations') place
                            where {value} || '.' like place || '.%' or place || '.' like {value} || '.%')
                    """
        );
        Add(
            Query is null ? null : $"%{Query.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%",
            value =>
                $"""
                    concat_ws(' ', data->>'id', data->'program'->'details'->>'title', data->'program'->'details'->>'description',
                              data->'program'->'details'->>'leadAgency', data->'program'->'details'->>'reference') ilike {value}
                    """
        );
        return string.Join(" and ", conditions);
    }

    private static readonly string[] Statuses =
    [
        .. Enum.GetValues<ProgramStatus>().Select(status => CanonicalJson.NameOf(status)),
    ];
}
