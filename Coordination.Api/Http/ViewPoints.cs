using System.Globalization;
using Coordination.Api.EventStore;
using Coordination.Domain;

namespace Coordination.Api.Http;

/// <summary>The point that a view is asked for: which events count, and for which day they are evaluated.</summary>
/// <param name="Position">Events up to here count.</param>
/// <param name="Day">Evaluation day in Jakarta.</param>
/// <param name="IsLive">Whether nothing was asked: the present.</param>
internal sealed record ViewPoint(long Position, DateOnly Day, bool IsLive);

/// <summary>Reads <c>asOf</c>, <c>position</c> and <c>atLeast</c> of a request for a view.</summary>
internal sealed class ViewPoints(Positions positions, EventReader events, TimeProvider clock)
{
    private const string Meeting = "meeting:";

    /// <summary>
    /// A day means its end in Jakarta. A moment means the highest position such that every event up to it was recorded at or
    /// before that moment. A meeting (<c>meeting:19-2024-003</c>) means the plan as it was at its end, or while it is open at its basis.
    /// Given both, the position selects the events and <paramref name="asOf"/> the evaluation day.
    /// </summary>
    internal async Task<(ViewPoint? Point, Problem? Problem)> ResolveAsync(
        string? asOf,
        string? position,
        CancellationToken cancellation
    )
    {
        var today = JakartaTime.DayOf(clock.GetUtcNow());
        if (asOf is null && position is null)
            return (new(long.MaxValue, today, IsLive: true), null);
        if (asOf?.StartsWith(Meeting, StringComparison.Ordinal) == true)
            return await OfMeetingAsync(asOf[Meeting.Length..], position, cancellation);
        if (!TryParse(asOf, out var day, out var moment))
            return (
                null,
                Problem.Malformed(
                    "asOf",
                    $"'{asOf}' is neither a day (2024-06-30) nor a moment in UTC (…Z) nor a meeting (meeting:19-2024-003)."
                )
            );
        if (day > today || moment > JakartaTime.EndOf(today))
            return (null, Future(asOf!, today));
        if (position is null)
            return await positions.AtAsync(moment!.Value, cancellation) is { } found
                ? (new(found, day!.Value, IsLive: false), null)
                : (null, Problem.NotYet($"the end of what was recorded until {asOf}"));
        return await AtAsync(position, day, cancellation);
    }

    private async Task<(ViewPoint? Point, Problem? Problem)> AtAsync(
        string position,
        DateOnly? day,
        CancellationToken cancellation
    )
    {
        if (!long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var selected) || selected < 1)
            return (null, Problem.Malformed("position", $"'{position}' is not a position: a whole number from 1."));
        if (await positions.RecordedAtAsync(selected, cancellation) is not { } recorded)
            return (null, Problem.Unknown($"Position {selected} does not exist yet."));
        return await positions.IsSettledAsync(selected, cancellation)
            ? (new(selected, day ?? JakartaTime.DayOf(recorded), IsLive: false), null)
            : (null, Problem.NotYet($"position {selected}"));
    }

    /// <summary>Its points were final when they were fixed.</summary>
    private async Task<(ViewPoint? Point, Problem? Problem)> OfMeetingAsync(
        string id,
        string? position,
        CancellationToken cancellation
    )
    {
        var meeting = Domain.Meetings.Meeting.IsWellFormedId(id)
            ? (await events.StreamAsync(StreamKeys.Meeting(id), long.MaxValue, cancellation)).ToMeeting(id)
            : null;
        if ((meeting?.Seal?.Point ?? meeting?.Basis) is { } point)
            return position is null
                ? (new(point.Position, point.AsOf, IsLive: false), null)
                : await AtAsync(position, point.AsOf, cancellation);
        return (
            null,
            Problem.Refused([
                new(
                    RejectionKind.Rule,
                    "meeting-without-point",
                    "asOf",
                    $"There is no meeting '{id}', or it has not been opened: it has looked at no plan yet."
                ),
            ])
        );
    }

    /// <summary>Waits for <c>atLeast</c>, the position that a reader wants a view to have seen; none asks for nothing.</summary>
    internal async Task<Problem?> AwaitAsync(string? atLeast, CancellationToken cancellation)
    {
        if (atLeast is null)
            return null;
        if (!long.TryParse(atLeast, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return Problem.Malformed("atLeast", $"'{atLeast}' is not a position.");
        return await positions.HasSeenAsync(position, cancellation) ? null : Problem.NotYet($"position {position}");
    }

    /// <summary>Reads a day, whose end it is, or a moment in UTC; nothing is neither.</summary>
    internal static bool TryParse(string? asOf, out DateOnly? day, out DateTimeOffset? moment)
    {
        (day, moment) = (null, null);
        if (asOf is null)
            return true;
        if (
            DateOnly.TryParseExact(
                asOf,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var parsed
            )
        )
        {
            (day, moment) = (parsed, parsed.Year is > 1 and < 9999 ? JakartaTime.EndOf(parsed) : default);
            return true;
        }
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(asOf, Moments, CultureInfo.InvariantCulture, utc, out var instant))
            return false;
        moment = instant;
        day = instant.Year < 9999 ? JakartaTime.DayOf(instant) : DateOnly.MaxValue;
        return true;
    }

    private static readonly string[] Moments =
    [
        "yyyy-MM-dd'T'HH:mm'Z'",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    private static Problem Future(string asOf, DateOnly today) =>
        Problem.Refused([
            new(
                RejectionKind.Rule,
                "day-in-future",
                "asOf",
                $"{asOf} lies in the future; today is {today:yyyy-MM-dd} in Jakarta."
            ),
        ]);
}
