using System.Collections;
using System.Globalization;
using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Api.Tables;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Comparisons;
using Coordination.Domain.Programs;
using Microsoft.AspNetCore.Mvc;

namespace Coordination.Api.Harmonization;

/// <summary>Which points are compared: a position, a day in Jakarta, meaning its end, or a moment in UTC.</summary>
/// <param name="From">One end.</param>
/// <param name="To">The other end; the present, when missing.</param>
/// <param name="AtLeast">Wait, at most two seconds, until the views have seen this position.</param>
internal sealed record ComparisonQuery(
    [FromQuery(Name = "from")] string From,
    [FromQuery(Name = "to")] string? To,
    [FromQuery(Name = "atLeast")] string? AtLeast
);

/// <summary><c>GET /api/plans/{plan}/comparison</c>; as a table the changes of programs, a row for each field.</summary>
internal static class GetComparison
{
    internal static async Task<IResult> GetAsync(
        string plan,
        [AsParameters] ComparisonQuery query,
        BoardReader boards,
        PlanStates states,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (from, problemOfFrom) = await PointAsync(plan, query.From, query.AtLeast, "from", boards, cancellation);
        if (problemOfFrom is not null)
            return problemOfFrom.ToResult();
        var (to, problemOfTo) = await PointAsync(plan, query.To, query.AtLeast, "to", boards, cancellation);
        if (problemOfTo is not null)
            return problemOfTo.ToResult();
        if (await KnownAsync(plan, from!, to!, states, http, cancellation) is { } known)
            return Answers.NotModified(http, known);
        if (
            await ReadAsync(plan, from!, states, cancellation) is not { } before
            || await ReadAsync(plan, to!, states, cancellation) is not { } after
        )
            return Problem.UnknownPlan(plan).ToResult();
        var tag = TagOf((before.View.Position, before.Day), (after.View.Position, after.Day));
        var comparison = Comparing.Of(before, after);
        return Table.IsWanted(http)
            ? Table.Answer(http, ProgramChangeRow.Of(comparison), tag)
            : Answers.Json(http, comparison, tag);
    }

    private static async Task<(ViewPoint? Point, Problem? Problem)> PointAsync(
        string plan,
        string? end,
        string? atLeast,
        string name,
        BoardReader boards,
        CancellationToken cancellation
    )
    {
        var isPosition = end is { Length: > 0 } && end.All(char.IsAsciiDigit);
        var (point, problem) = await boards.PointAsync(
            plan,
            new(isPosition ? null : end, isPosition ? end : null, atLeast, null),
            cancellation
        );
        return (
            point,
            problem is null ? null : problem with { Errors = [.. problem.Errors.Select(error => Renamed(error, name))] }
        );
    }

    private static ProblemError Renamed(ProblemError error, string name) =>
        error.Field is "asOf" or "position" ? error with { Field = name } : error;

    /// <summary>The tag, when the caller has what it is of; read without any state.</summary>
    private static async Task<string?> KnownAsync(
        string plan,
        ViewPoint from,
        ViewPoint to,
        PlanStates states,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (!http.Request.Headers.ContainsKey("If-None-Match"))
            return null;
        var before = await states.PositionAsync(plan, from.Position, from.IsLive, cancellation);
        var after = await states.PositionAsync(plan, to.Position, to.IsLive, cancellation);
        if (before is null || after is null)
            return null;
        var tag = TagOf((before.Value, from.Day), (after.Value, to.Day));
        tag = Table.Tag(http, tag);
        return Answers.Has(http, tag) ? tag : null;
    }

    private static async Task<PlanSnapshot?> ReadAsync(
        string plan,
        ViewPoint point,
        PlanStates states,
        CancellationToken cancellation
    ) =>
        (await states.ReadAsync(plan, point.Position, point.IsLive, withPrograms: true, cancellation))?.ToSnapshot(
            point.Day
        );

    private static string TagOf((long Position, DateOnly Day) from, (long Position, DateOnly Day) to) =>
        Answers.Tag(from.Position, $"{from.Day:yyyyMMdd}", to.Position, $"{to.Day:yyyyMMdd}");
}

/// <summary>A field of a program that has changed, or a program that has come or gone, as a row of a table.</summary>
internal sealed record ProgramChangeRow(
    string Change,
    string Program,
    string Title,
    string Government,
    string? GovernmentName,
    string Priority,
    string? PriorityName,
    ProgramStatus Status,
    string? Field,
    string? From,
    string? To
)
{
    internal static IEnumerable<ProgramChangeRow> Of(Comparison comparison) =>
        [
            .. comparison.Programs.Added.SelectMany(change => Of("added", change)),
            .. comparison.Programs.Removed.SelectMany(change => Of("removed", change)),
            .. comparison.Programs.Changed.SelectMany(change => Of("changed", change)),
        ];

    private static IEnumerable<ProgramChangeRow> Of(string way, ProgramChange change) =>
        change.Changes.Count == 0 ? [Of(way, change, null)] : change.Changes.Select(field => Of(way, change, field));

    private static ProgramChangeRow Of(string way, ProgramChange change, ProgramFieldChange? field) =>
        new(
            way,
            change.Program,
            change.Title,
            change.Government,
            Domain.Reference.Government.Find(change.Government)?.Name,
            change.Priority,
            Domain.Reference.Priority.Find(change.Priority)?.Name,
            change.Status,
            field?.Field,
            Text(field?.From),
            Text(field?.To)
        );

    /// <summary>A value as JSON writes it; a text without its quotes.</summary>
    private static string? Text(object? value) =>
        value switch
        {
            null or IList { Count: 0 } => null,
            string text => text,
            IFormattable number and not Enum and not DateOnly => number.ToString(null, CultureInfo.InvariantCulture),
            _ => JsonSerializer.Serialize(value, value.GetType(), CanonicalJson.Options).Trim('"'),
        };
}
