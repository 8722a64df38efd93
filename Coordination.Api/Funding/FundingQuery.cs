using System.Globalization;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain.Funding;
using Coordination.Domain.Reference;
using Microsoft.AspNetCore.Mvc;

namespace Coordination.Api.Funding;

/// <summary>Which money is asked for, and of when.</summary>
internal sealed record FundingQuery
{
    /// <summary>Code of a government of the plan's province.</summary>
    [FromQuery(Name = "government")]
    public string? Government { get; init; }

    /// <summary>Code of a priority.</summary>
    [FromQuery(Name = "priority")]
    public string? Priority { get; init; }

    /// <summary>Code of a funding source: lines and requests of that source alone.</summary>
    [FromQuery(Name = "source")]
    public string? Source { get; init; }

    /// <summary>What was known on this day, meaning its end in Jakarta, or at this moment in UTC.</summary>
    [FromQuery(Name = "asOf")]
    public string? AsOf { get; init; }

    /// <summary>What held on this day, which may be yet to come, by all that is known.</summary>
    [FromQuery(Name = "validAt")]
    public string? ValidAt { get; init; }

    /// <summary>Events up to this position count.</summary>
    [FromQuery(Name = "position")]
    public string? Position { get; init; }

    /// <summary>Wait, at most two seconds, until the views have seen this position.</summary>
    [FromQuery(Name = "atLeast")]
    public string? AtLeast { get; init; }

    internal FundingFilter Filter => new(Government, Priority, Source);

    internal DateOnly? ValidDay =>
        DateOnly.TryParseExact(ValidAt, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>What an answer depends on besides its point in time; its codes and day hold no character that a tag may not.</summary>
    internal string Fingerprint => $"{Government}.{Priority}.{Source}.{ValidDay:yyyyMMdd}";

    /// <summary>The first that cannot be meant.</summary>
    internal Problem? Fault(string plan)
    {
        if ((KnownCodes.OfGovernment(plan, Government) ?? KnownCodes.OfPriority(Priority)) is { } unknownCode)
            return unknownCode;
        if (Source is not null && FundingSource.Find(Source) is null)
            return Problem.Malformed("source", $"'{Source}' is not the code of a funding source.");
        if (ValidAt is not null && ValidDay is null)
            return Problem.Malformed("validAt", $"'{ValidAt}' is not a day such as 2024-06-30.");
        return null;
    }
}
