using Coordination.Api.Http;
using Coordination.Api.Projections;
using Microsoft.AspNetCore.Components;

namespace Coordination.Api.Pages;

/// <summary>Shows a view of a plan: the one that is asked for or the newest, now or at the end of a day.</summary>
internal static class PlanPages
{
    internal static async Task<IResult> ShowAsync<TPage, TView>(
        HttpContext http,
        Func<string, string?, Task<(TView? View, Problem? Problem)>> read
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
        var (view, problem) = await read(chosen, day);
        if (problem is null)
            return Show.Page<TPage>(new { Model = asked with { View = view } });
        // What is wrong with a day is said beside it, and so is a day before the plan; the rest is no page of a view.
        var isOfDay =
            problem.Status is StatusCodes.Status400BadRequest or StatusCodes.Status422UnprocessableEntity
            && problem.Errors.All(error => error.Field is "asOf" or "from" or "to");
        if (isOfDay)
            asked = asked with { Errors = FieldErrors.Of(problem, Language.Of(http)) };
        else if (problem.Status != StatusCodes.Status404NotFound || asked.Plan is null)
            return problem.ToResult();
        return Show.Page<TPage>(new { Model = asked }, problem.Status);
    }

    /// <summary>What a form asks for by a field; a field that is left empty asks for nothing.</summary>
    internal static string? Asked(HttpContext http, string field) =>
        http.Request.Query[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The same page with one thing asked for otherwise, or not any more.</summary>
    internal static string With(HttpRequest request, string field, string? value) =>
        request.Path
        + QueryString.Create(
            request
                .Query.Where(pair => pair.Key != field && pair.Value.ToString().Length > 0)
                .Append(new(field, value ?? ""))
                .Where(pair => pair.Value.ToString().Length > 0)
        );
}
