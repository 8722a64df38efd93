using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Programs;
using Microsoft.AspNetCore.Mvc;

namespace Coordination.Api.Harmonization;

/// <summary>Which findings a list shows; every filter that is given must hold.</summary>
internal sealed record FindingFilter
{
    /// <summary>What it is about.</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>How two programs stand to each other; <c>complementary</c> ones are listed only when they are asked for.</summary>
    [FromQuery(Name = "grade")]
    public string? Grade { get; init; }

    /// <summary>Code of a government of the plan's province that it concerns.</summary>
    [FromQuery(Name = "government")]
    public string? Government { get; init; }

    /// <summary>Code of the priority that it concerns.</summary>
    [FromQuery(Name = "priority")]
    public string? Priority { get; init; }

    /// <summary>What a meeting has said of it.</summary>
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    /// <summary>How much it matters.</summary>
    [FromQuery(Name = "severity")]
    public string? Severity { get; init; }

    /// <summary>Number of a program that it concerns.</summary>
    [FromQuery(Name = "program")]
    public string? Program { get; init; }

    /// <summary>What a cursor must agree with.</summary>
    internal string Fingerprint => JsonSerializer.Serialize(this, CanonicalJson.Options);

    /// <summary>The first that cannot be meant.</summary>
    internal Problem? Fault(string plan)
    {
        var unknown =
            Unknown<FindingKind>("kind", Kind)
            ?? Unknown<OverlapGrade>("grade", Grade)
            ?? Unknown<FindingStatus>("status", Status)
            ?? Unknown<FindingSeverity>("severity", Severity)
            ?? KnownCodes.OfGovernment(plan, Government)
            ?? KnownCodes.OfPriority(Priority);
        if (unknown is not null)
            return unknown;
        if (Program is not null && !ProgramNumber.IsWellFormed(Program))
            return Problem.Malformed("program", $"'{Program}' is not the number of a program.");
        return null;
    }

    internal bool Holds(Finding finding) =>
        Is(Kind, finding.Kind)
        && (Grade is null ? finding.Grade != OverlapGrade.Complementary : finding.Grade is { } g && Is(Grade, g))
        && (Government is null || finding.Governments.Contains(Government))
        && (Priority is null || finding.Priority == Priority)
        && Is(Status, finding.Status)
        && Is(Severity, finding.Severity)
        && (Program is null || finding.Programs.Contains(Program));

    private static bool Is(string? wanted, Enum choice) => wanted is null || CanonicalJson.NameOf(choice) == wanted;

    private static Problem? Unknown<T>(string field, string? value)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().Select(choice => CanonicalJson.NameOf(choice)).ToList();
        return value is null || names.Contains(value)
            ? null
            : Problem.Malformed(field, $"'{value}' is not one of {string.Join(", ", names)}.");
    }
}
