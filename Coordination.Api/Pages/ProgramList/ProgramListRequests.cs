using Coordination.Api.Http;
using Coordination.Api.Programs;
using Coordination.Api.Projections;

namespace Coordination.Api.Pages.ProgramList;

/// <summary><c>/programs</c>: the list of the API with its filters; <c>/programs.csv</c> has all its rows.</summary>
internal static class ProgramListRequests
{
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
        var (found, problem) = await programs.ReadAsync(filter, null, cursor, cancellation);
        return problem is null
            ? Show.Page<ProgramListPage>(
                new
                {
                    Model = model with
                    {
                        Programs = [.. found!.Items.Select(stored => stored.Program)],
                        Next = found.Next,
                    },
                }
            )
            : Show.Page<ProgramListPage>(
                new { Model = model with { Errors = FieldErrors.Of(problem, Language.Of(http)) } },
                problem.Status
            );
    }

    internal static async Task<IResult> GetTableAsync(
        [AsParameters] ProgramFilter asked,
        ProgramListReader programs,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var rows = new List<ProgramRow>();
        string? cursor = null;
        do
        {
            var (found, problem) = await programs.ReadAsync(Given(asked), $"{PageRequest.Most}", cursor, cancellation);
            if (problem is not null)
                return problem.ToResult();
            rows.AddRange(found!.Items.Select(ProgramRow.Of));
            cursor = found.Next;
        } while (cursor is not null);
        http.Response.Headers.ContentDisposition = "attachment; filename=\"selaras-programs.csv\"";
        return CsvTable.Answer(rows);
    }

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
