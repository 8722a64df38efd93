using Coordination.Api.Http;
using Coordination.Api.Programs;
using Coordination.Api.Projections;
using Coordination.Api.Tables;

namespace Coordination.Api.Pages.ProgramList;

/// <summary><c>/programs</c>: the list of the API with its filters; <c>/programs.csv</c> and <c>/programs.xlsx</c> have all its rows.</summary>
internal static class ProgramListRequests
{
    private const string RowsOnPage = "50";

    internal static async Task<IResult> GetAsync(
        [AsParameters] ProgramFilter asked,
        string? cursor,
        ProgramListReader programs,
        PlanStates states,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var plans = await states.PlansAsync(cancellation);
        var filter = Given(asked);
        // A plan that is left empty is all of them; one that is not asked about is the newest.
        if (asked.Plan is null && plans.Count > 0)
            filter = filter with { Plan = plans[0].Id };
        var model = new ProgramListModel(plans, filter.Plan);
        var (page, problem) = ProgramListReader.Asked(filter, http, RowsOnPage, cursor);
        if (problem is not null)
            return Faulty(model, problem, http);
        await using var list = await programs.OpenAsync(filter, page!, cancellation);
        if (list is null)
            return Faulty(model, PageRequest.ForgedCursor(), http);
        var (items, next) = await list.PageAsync(cancellation);
        model = model with { Programs = [.. items.Select(stored => stored.Program)], Next = next };
        return Show.Page<ProgramListPage>(new { Model = model });
    }

    internal static async Task<IResult> GetTableAsync(
        [AsParameters] ProgramFilter asked,
        ProgramListReader programs,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var filter = Given(asked);
        if (filter.Fault() is { } fault)
            return Problem.Malformed(fault.Field, fault.Detail).ToResult();
        await using var list = await programs.OpenAsync(filter, PageRequest.Whole, cancellation);
        var rows = list!.Programs(cancellation).Select(ProgramRow.Of);
        return await Table.AnswerAsync(http, Table.FormatOfPath(http), "programs", rows);
    }

    private static IResult Faulty(ProgramListModel model, Problem problem, HttpContext http) =>
        Show.Page<ProgramListPage>(
            new { Model = model with { Errors = FieldErrors.Of(problem, Language.Of(http)) } },
            problem.Status
        );

    /// <summary>A form sends its empty fields too.</summary>
    private static ProgramFilter Given(ProgramFilter asked)
    {
        static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
        return new()
        {
            Plan = Text(asked.Plan),
            Government = Text(asked.Government),
            Priority = Text(asked.Priority),
            Status = Text(asked.Status),
            Source = Text(asked.Source),
            Location = Text(asked.Location),
            Query = Text(asked.Query),
            Sort = Text(asked.Sort),
        };
    }
}
