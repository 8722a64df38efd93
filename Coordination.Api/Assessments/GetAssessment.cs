using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Assessments;

namespace Coordination.Api.Assessments;

/// <summary><c>GET /api/assessments/{assessment}</c>; as a table it is the levels.</summary>
internal static class GetAssessment
{
    internal static async Task<IResult> GetAsync(
        string assessment,
        string? asOf,
        string? position,
        EventReader events,
        ViewPoints points,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (AssessmentId.Parse(assessment) is null)
            return Problem.UnknownAssessment(assessment).ToResult();
        var (point, problem) = await points.ResolveAsync(asOf, position, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var history = await events.StreamAsync(StreamKeys.Assessment(assessment), point!.Position, cancellation);
        if (history.ToAssessment() is not { } state)
            return Problem.UnknownAssessment(assessment).ToResult();
        // The tag of the present is the version that If-Match names.
        var tag = point.IsLive ? $"\"{history.Count}\"" : Answers.Tag(history.Count, point.Day.ToString("yyyyMMdd"));
        var view = AssessmentView.Of(state, history.Count, history[^1].Position, point.Day);
        if (Table.IsWanted(http))
            return Table.Answer(http, view.Levels, tag);
        return Answers.Json(http, point.IsLive ? view : view with { AsOf = point.Day }, tag);
    }
}
