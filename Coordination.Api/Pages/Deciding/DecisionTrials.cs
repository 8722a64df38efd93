using Coordination.Api.Harmonization;
using Coordination.Api.Http;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.MeetingForms;
using Coordination.Api.Pages.Meetings;
using Coordination.Api.Projections;
using Coordination.Api.Security;
using Coordination.Domain;

namespace Coordination.Api.Pages.Deciding;

/// <summary>Reads what a decision is about, and tries it.</summary>
internal sealed class DecisionTrials(
    MeetingSubjects meetings,
    MeetingMaterialReader materials,
    Trials trial,
    PlanStates states,
    TimeProvider clock
)
{
    /// <summary>More findings than these are counted, not named.</summary>
    internal const int MostNamed = 5;

    private static readonly BoardQuery Now = new(null, null, null, null);

    /// <summary>An item of a meeting's agenda, or the meeting where no item is asked for; none when there is no such thing.</summary>
    internal async Task<DecisionSubject?> SubjectAsync(
        string id,
        string? number,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (await meetings.FindAsync(id, cancellation) is not { } meeting)
            return null;
        var form = new FormSubject(Language.Of(http), JakartaTime.DayOf(clock.GetUtcNow()));
        var item = MeetingSubject.NumberOf(number);
        if (number is null)
            return new(meeting, 0, MeetingMaterial.None, false, form);
        if (item < 1 || item > meeting.Agenda.Count)
            return null;
        var (material, isGone) = await materials.ReadAsync(meeting, meeting.Agenda[item - 1], cancellation);
        return new(meeting, item, material, isGone, form);
    }

    /// <summary>The page with what the decision would do, where it can be tried; that it cannot is said when it was asked for.</summary>
    internal async Task<ItemModel> TryAsync(
        ItemModel model,
        bool isAsked,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (
            model.Input!.ToDecision() is not { } decision
            || Rights.Refuse(Caller.Of(http), "whatIf", false) is not null
        )
            return model;
        var (answer, problem) = await trial.TryAsync(model.Subject.Meeting.Plan, [decision], Now, cancellation);
        if (problem is not null)
            return isAsked ? model with { Errors = ErrorsOf(problem, model) } : model;
        var effect = Effect.Of(answer!, model.Subject.Form.Language);
        return model with
        {
            Effect = effect,
            Checked = model.Input.Digest,
            Titles = await states.TitlesAsync(
                [.. effect.Closed.Take(MostNamed), .. effect.Opened.Take(MostNamed)],
                cancellation
            ),
        };
    }

    internal static IReadOnlyList<FieldError> ErrorsOf(Problem problem, ItemModel model) =>
        MeetingErrors.Of(
            problem,
            model.Subject.Form.Language,
            [
                .. model.Kind!.Fields(model.Subject).Select(field => field.Name),
                .. DecisionFields.How(model.Subject).Select(field => field.Name),
                .. model.Kind == DecisionKind.Adopt ? ["locations", "spbeIndicators"] : (string[])[],
            ]
        );
}
