using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Domain;
using Coordination.Domain.Coverage;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Coordination.Api.Coverage;

/// <summary>Which reports the list shows; every filter that is given must hold.</summary>
internal sealed record CoverageFilter
{
    /// <summary>Reports on this location or on one inside it.</summary>
    [FromQuery(Name = "location")]
    public string? Location { get; init; }

    /// <summary>Covered or not.</summary>
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    /// <summary>Who says so, by its whole name.</summary>
    [FromQuery(Name = "source")]
    public string? Source { get; init; }

    /// <summary>What the report speaks of.</summary>
    [FromQuery(Name = "unit")]
    public string? Unit { get; init; }

    /// <summary>What a cursor must agree with.</summary>
    internal string Fingerprint => $"coverage {JsonSerializer.Serialize(this, CanonicalJson.Options)}";

    /// <summary>The first filter that cannot be one, or none.</summary>
    internal (string Field, Sentence Detail)? Fault()
    {
        if (Location is not null && Domain.Reference.Location.Find(Location) is null)
            return ("location", $"'{Location}' is not the code of a location.");
        if (Status is not null && !Names<CoverageStatus>().Contains(Status))
            return ("status", $"'{Status}' is not a status; there are {string.Join(", ", Names<CoverageStatus>())}.");
        if (Source is not null && (Source.Length is 0 or > 200 || Source.Any(char.IsControl)))
            return (
                "source",
                $"'{new Word("field", "source")}' is not a text of 1 to 200 characters without control characters."
            );
        if (Unit is not null && !Names<CoverageUnit>().Contains(Unit))
            return ("unit", $"'{Unit}' is not a unit; there are {string.Join(", ", Names<CoverageUnit>())}.");
        return null;
    }

    /// <summary>Whether the list shows the report.</summary>
    internal bool Shows(CoverageRow row) =>
        (Status is null || CanonicalJson.NameOf(row.Status) == Status)
        && (Source is null || row.Source == Source)
        && (Unit is null || CanonicalJson.NameOf(row.Unit) == Unit);

    /// <summary>The condition on a stored event that its location may have a report to show; adds its values to the command.</summary>
    internal string ToSql(NpgsqlCommand command)
    {
        var conditions = new List<string> { StoreTables.IsOfCoverage };
        foreach (
            var (value, condition) in new (string?, Func<string, string>)[]
            {
                (Location, value => $"(data->>'location' || '.') ^@ ({value} || '.')"),
                (Status, value => $"data->>'status' = {value}"),
                (Source, value => $"data->>'source' = {value}"),
                (Unit, value => $"data->>'unit' = {value}"),
            }
        )
            if (value is not null)
            {
                conditions.Add(condition($"${command.Parameters.Count + 1}"));
                command.Parameters.Add(new() { Value = value });
            }
        return string.Join(" and ", conditions);
    }

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(choice => CanonicalJson.NameOf(choice));
}
