using System.Globalization;
using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain;
using Coordination.Domain.Assessments;
using Coordination.Domain.Reference;

namespace Coordination.Api.Assessments;

/// <summary>Every request on assessments: one row each.</summary>
internal static class AssessmentRoutes
{
    private static readonly StreamHistory History = StreamHistory.Of<IAssessmentEvent, Assessment, Assessment>(
        (assessment, _, next) => AssessmentFold.Evolve(assessment, next),
        assessment => assessment,
        _ => null
    );

    internal static void AddAssessments(this IServiceCollection services) =>
        services.AddSingleton<AssessmentDesk>().AddSingleton(History);

    internal static void MapAssessments(this WebApplication app)
    {
        var assessments = app.MapGroup("/api/assessments").WithTags("Assessments");
        assessments
            .MapGet("", ListAssessments.GetAsync)
            .Shows<Page<AssessmentRow>>("listAssessments", "Lists assessments by id: government, then year")
            .AlsoAsTable();
        assessments
            .MapGet("/{assessment}", GetAssessment.GetAsync)
            .Views<AssessmentView>("getAssessment", "Shows an assessment, now or in the past; as a table its levels")
            .AlsoAsTable();
        assessments.Map<AssessIndicator>(
            HttpMethods.Put,
            "indicators/{number}",
            "assessIndicator",
            "Records the level of an indicator",
            (c, route) => c with { Number = NumberOf(route["number"]) }
        );
        assessments.Map<AssessIndicators>(
            HttpMethods.Put,
            "indicators",
            "assessIndicators",
            "Records the levels of several indicators, all or none"
        );
        assessments.Map<SubmitAssessment>("POST", "submission", "submitAssessment", "Hands a self-assessment in");
        assessments.Map<ReopenAssessment>("POST", "reopening", "reopenAssessment", "Gives a submitted assessment back");
        assessments.Map<PublishIndex>(
            "POST",
            "publication",
            "publishIndex",
            "Records the index that a decree published"
        );
        app.MapPost("/api/spbe-index", Compute)
            .WithTags("Assessments")
            .Computes<ComputedIndex>(
                "computeIndex",
                "Computes an SPBE index of levels or domain values; stores nothing"
            )
            .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, Problem.ContentType);
    }

    private static void Map<TCommand>(
        this RouteGroupBuilder assessments,
        string method,
        string path,
        string operation,
        string summary,
        Func<TCommand, RouteValueDictionary, TCommand>? withPart = null
    )
        where TCommand : class, IAssessmentCommand
    {
        var route = assessments.MapMethods(
            $"/{{assessment}}/{path}",
            [method],
            async (
                string assessment,
                TCommand command,
                CommandContext context,
                AssessmentDesk desk,
                HttpContext http,
                CancellationToken cancellation
            ) =>
            {
                if (withPart is not null)
                    command = withPart(command, http.Request.RouteValues);
                var result = await desk.HandleAsync(assessment, command, context, cancellation);
                return Show(result, context, http);
            }
        );
        // Levels and publications begin an assessment that is not there yet.
        if (typeof(TCommand) == typeof(SubmitAssessment) || typeof(TCommand) == typeof(ReopenAssessment))
            route.Changes<AssessmentView>(operation, summary);
        else
            route.Creates<AssessmentView>(operation, summary);
    }

    private static IResult Show(CommandResult<Assessment> result, CommandContext context, HttpContext http) =>
        result.ToAnswer(
            http,
            accepted =>
                (
                    $"/api/assessments/{accepted.State.Id}",
                    AssessmentView.Of(
                        accepted.State,
                        accepted.Version,
                        accepted.Position,
                        JakartaTime.DayOf(context.Now)
                    ) with
                    {
                        Warnings = accepted.Warnings,
                    }
                )
        );

    private static int NumberOf(object? part) =>
        int.TryParse((string?)part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static IResult Compute(ComputeIndex question)
    {
        var outcome = IndexCalculator.Compute(question, SpbeInstruments.Official);
        return outcome.IsAccepted
            ? Results.Json(outcome.Events[0], CanonicalJson.Options)
            : Problem.Refused(outcome.Rejections).ToResult();
    }
}
