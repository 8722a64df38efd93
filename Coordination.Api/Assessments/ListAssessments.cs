using System.Globalization;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain;
using Coordination.Domain.Assessments;
using Npgsql;

namespace Coordination.Api.Assessments;

/// <summary><c>GET /api/assessments</c>: by id, read from the assessments' own streams; all pages of one list at one position.</summary>
internal static class ListAssessments
{
    internal static async Task<IResult> GetAsync(
        string? government,
        string? year,
        string? limit,
        string? cursor,
        HttpContext http,
        NpgsqlDataSource dataSource,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (year is not null && !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return Problem.Malformed("year", $"'{year}' is not a year.").ToResult();
        var filter = $"assessments {government} {year}";
        var (page, problem) = PageRequest.Of(http, limit, cursor, filter);
        if (problem is not null)
            return problem.ToResult();
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        var last = await Positions.LastAsync(connection, cancellation);
        var position = page!.Cursor?.Position ?? last;
        if (position > last)
            return PageRequest.ForgedCursor().ToResult();
        var day = JakartaTime.DayOf(clock.GetUtcNow());
        var found = await ReadAsync(government, year, page, position, connection, cancellation);
        var rows = found.Select(stream =>
            AssessmentRow.Of(AssessmentView.Of(stream.ToAssessment()!, stream.Count(), stream.Last().Position, day))
        );
        var next =
            found.Count > page.Limit
                ? new Cursor(IdOf(found[page.Limit - 1].Key), null, position, filter).Encode()
                : null;
        var tag = Answers.Tag(position, page.Limit, page.Cursor?.After ?? "", day.ToString("yyyyMMdd"));
        return Answers.Page(http, rows.Take(page.Limit), next, tag, row => row, row => row);
    }

    /// <summary>Text compares byte by byte here, as ids do everywhere else, whatever the language of the database.</summary>
    private static async Task<List<IGrouping<string, StoredEvent>>> ReadAsync(
        string? government,
        string? year,
        PageRequest page,
        long position,
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {StoredEvent.Columns} from {StoreSetup.Schema}.mt_events
            where seq_id <= $1 and stream_id in (
                select stream_id from {StoreSetup.Schema}.mt_events
                where {StoreTables.IsOfAssessment} and version = 1 and seq_id <= $1 and stream_id collate "C" > $2
                    and ($4::text is null or data->>'government' = $4)
                    and ($5::text is null or data->>'year' = $5)
                order by stream_id collate "C" limit $3)
            order by stream_id collate "C", seq_id
            """,
            connection
        );
        command.Parameters.Add(new() { Value = position });
        command.Parameters.Add(new() { Value = StreamKeys.Assessment(page.Cursor?.After ?? "") });
        command.Parameters.Add(new() { Value = page.Limit + 1 });
        command.Parameters.Add(new() { Value = (object?)government ?? DBNull.Value });
        command.Parameters.Add(new() { Value = (object?)year ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = await StoredEvent.ReadAllAsync(reader, cancellation);
        return [.. events.GroupBy(stored => stored.Stream, StringComparer.Ordinal)];
    }

    private static string IdOf(string stream) => stream[StreamKeys.Assessment("").Length..];
}

/// <summary>An assessment in a list, and as a row of a table.</summary>
internal sealed record AssessmentRow(
    string Id,
    string Government,
    string? GovernmentName,
    int Year,
    string Instrument,
    AssessmentStatus Status,
    int Assessed,
    int Indicators,
    decimal? Index,
    string? Predicate,
    IndexBasis? Basis,
    decimal? PublishedIndex,
    string? PublishedPredicate,
    string? Decree,
    DateOnly? PublishedOn,
    long Version,
    long Position
)
{
    internal static AssessmentRow Of(AssessmentView view) =>
        new(
            view.Id,
            view.Government,
            view.GovernmentName,
            view.Year,
            view.Instrument,
            view.Status,
            view.Assessed,
            view.Indicators,
            view.Index,
            view.Predicate,
            view.Basis,
            view.Published?.Index,
            view.Published?.Predicate,
            view.Published?.Decree,
            view.Published?.PublishedOn,
            view.Version,
            view.Position
        );
}
