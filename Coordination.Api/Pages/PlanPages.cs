using Coordination.Api.Http;
using Coordination.Api.Meetings;
using Coordination.Api.Projections;
using Microsoft.AspNetCore.Components;

namespace Coordination.Api.Pages;

/// <summary>Shows a view of a plan: the one that is asked for or the newest, now or at the end of a day.</summary>
internal static class PlanPages
{
    /// <summary>The page, or what is wrong with what was asked for: beside these fields of it, or above them.</summary>
    internal static async Task<IResult> ShowAsync<TPage, TView>(
        HttpContext http,
        Func<string, string?, Task<(TView? View, Problem? Problem)>> read,
        params string[] fields
    )
        where TPage : IComponent
        where TView : class
    {
        var plans = await http.RequestServices.GetRequiredService<PlanStates>().PlansAsync(http.RequestAborted);
        var day = Asked(http, "asOf");
        var chosen = Asked(http, "plan") ?? (plans.Count > 0 ? plans[0].Id : null);
        var asked = new PlanPage<TView>(plans, chosen, day);
        if (chosen is null)
            return Show.Page<TPage>(new { Model = asked });
        var meetings = http.RequestServices.GetRequiredService<OpenedMeetings>();
        asked = asked with { Meetings = await meetings.LatestAsync(chosen, http.RequestAborted) };
        var (view, problem) = await read(chosen, day);
        if (problem is null)
            return Show.Page<TPage>(new { Model = asked with { View = view } });
        if (problem.Status is StatusCodes.Status400BadRequest or StatusCodes.Status422UnprocessableEntity)
            asked = asked with { Errors = FieldErrors.Of(problem, Language.Of(http), [.. fields, "asOf"]) };
        // A day before the plan is said where the day is chosen; a plan that there is none of has no page.
        else if (problem.Status != StatusCodes.Status404NotFound || asked.Plan is null)
            return problem.ToResult();
        return Show.Page<TPage>(new { Model = asked }, problem.Status);
    }

    /// <summary>What a form asks for by a field; a field that is left empty asks for nothing.</summary>
    internal static string? Asked(HttpContext http, string field) =>
        http.Request.Query[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>What is asked for, with some of it asked for otherwise, or not any more.</summary>
    internal static string Query(HttpRequest request, params (string Field, string? Value)[] others) =>
        Query([
            .. request
                .Query.Select(pair => (Field: pair.Key, Value: (string?)pair.Value))
                .Where(pair => others.All(other => other.Field != pair.Field)),
            .. others,
        ]);

    /// <summary>A question of what is given.</summary>
    internal static string Query(params IEnumerable<(string Field, string? Value)> asked) =>
        QueryString
            .Create(
                asked
                    .Where(pair => !string.IsNullOrEmpty(pair.Value))
                    .Select(pair => KeyValuePair.Create(pair.Field, pair.Value))
            )
            .ToString();
}
