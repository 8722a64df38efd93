using System.Collections;
using System.Globalization;
using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Tables;
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
        ComparisonReader comparisons,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        string Sent(string tag) => Table.Tag(http, tag);
        var (comparison, tag, problem) = await comparisons.ReadAsync(
            plan,
            query,
            tag => Answers.Has(http, Sent(tag)),
            cancellation
        );
        if (problem is not null)
            return problem.ToResult();
        if (comparison is null)
            return Answers.NotModified(http, Sent(tag));
        return Table.IsWanted(http)
            ? Table.Answer(http, ProgramChangeRow.Of(comparison), tag)
            : Answers.Json(http, comparison, tag);
    }
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
