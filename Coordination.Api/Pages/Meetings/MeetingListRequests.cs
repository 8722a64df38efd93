using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Meetings;
using Coordination.Api.Projections;
using Coordination.Api.Tables;
using Coordination.Domain;
using Npgsql;

namespace Coordination.Api.Pages.Meetings;

/// <summary><c>/meetings</c>: those of a plan, and what they have given to do; a year has a few dozen.</summary>
internal static class MeetingListRequests
{
    internal static async Task<IResult> GetAsync(
        string? plan,
        PlanStates states,
        NpgsqlDataSource dataSource,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var plans = await states.PlansAsync(cancellation);
        var chosen = string.IsNullOrWhiteSpace(plan) ? plans.Select(known => known.Id).FirstOrDefault() : plan;
        if (chosen is not null && plans.All(known => known.Id != chosen))
            return Problem.UnknownPlan(chosen).ToResult();
        var stored = chosen is null ? [] : await ReadAsync(chosen, dataSource, cancellation);
        return Show.Page<MeetingListPage>(
            new
            {
                Model = new MeetingListModel(
                    plans,
                    chosen,
                    [.. stored.Select(one => one.Meeting)],
                    JakartaTime.DayOf(clock.GetUtcNow())
                ),
            }
        );
    }

    internal static async Task<IResult> GetTableAsync(
        string plan,
        NpgsqlDataSource dataSource,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var stored = await ReadAsync(plan, dataSource, cancellation);
        return Table.Answer(
            http,
            Table.FormatOfPath(http),
            "meetings",
            stored.Select(one => MeetingRow.Of(one.Meeting, one.Version, one.Position))
        );
    }

    internal static async Task<List<StoredMeeting>> ReadAsync(
        string plan,
        NpgsqlDataSource dataSource,
        CancellationToken cancellation
    )
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        var last = await Positions.LastAsync(connection, cancellation);
        return await MeetingReader.ReadAsync(plan, "", int.MaxValue, last, connection, cancellation);
    }
}
