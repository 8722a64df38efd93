using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Meetings;
using Coordination.Api.Pages.Meetings;
using Coordination.Api.Projections;
using Coordination.Domain.Meetings;
using Npgsql;

namespace Coordination.Api.Pages.SealedMinutes;

/// <summary><c>/minutes</c> and <c>/minutes/{id}</c>: berita acara, sealed or as they would be sealed now; to be printed.</summary>
internal static class MinutesRequests
{
    internal static async Task<IResult> GetListAsync(
        string? plan,
        PlanStates states,
        NpgsqlDataSource dataSource,
        CancellationToken cancellation
    )
    {
        var plans = await states.PlansAsync(cancellation);
        var chosen = string.IsNullOrWhiteSpace(plan) ? plans.Select(known => known.Id).FirstOrDefault() : plan;
        if (chosen is not null && plans.All(known => known.Id != chosen))
            return Problem.UnknownPlan(chosen).ToResult();
        var stored = chosen is null ? [] : await MeetingListRequests.ReadAsync(chosen, dataSource, cancellation);
        return Show.Page<MinutesListPage>(
            new
            {
                Model = new MinutesListModel(
                    plans,
                    chosen,
                    [
                        .. stored
                            .Select(one => one.Meeting)
                            .Where(meeting => meeting.Seal is not null)
                            .OrderByDescending(meeting => meeting.Date),
                    ]
                ),
            }
        );
    }

    internal static async Task<IResult> GetAsync(
        string id,
        MinutesReader reader,
        MeetingMaterialReader materials,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var history = await reader.HistoryAsync(id, cancellation);
        if (history.ToMeeting(id) is not { } meeting)
            return GetMinutes.NotYet(id).ToResult();
        var text = meeting.Seal?.Minutes;
        if (text is null)
        {
            var (draft, problem) = await reader.DraftAsync(id, chainHead: null, cancellation);
            if (problem is not null)
                return problem.ToResult();
            if (draft is null)
                return GetMinutes.NotYet(id).ToResult();
            text = draft.Text;
        }
        VerifiedMinutes? verified = null;
        if (meeting.Seal is not null)
        {
            var answer = await VerifyMinutes.VerifyAsync(meeting, history, reader, cancellation);
            verified = new(
                answer.Holds,
                [.. answer.Differences.Select(difference => difference.Path)],
                clock.GetUtcNow()
            );
        }
        return Show.Page<MinutesPage>(
            new
            {
                Model = new MinutesModel(
                    meeting,
                    JsonSerializer.Deserialize<Minutes>(text, CanonicalJson.Options)!,
                    meeting.Seal?.Digest,
                    await materials.TitlesAsync(meeting, [], cancellation),
                    verified
                ),
            }
        );
    }
}
