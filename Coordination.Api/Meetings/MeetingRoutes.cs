using System.Globalization;
using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Meetings;

/// <summary>Every request on meetings: one row each.</summary>
internal static class MeetingRoutes
{
    private static readonly StreamHistory History = StreamHistory.Of<IMeetingEvent, Meeting, MeetingView>(
        (meeting, stream, next) => MeetingFold.Evolve(meeting, StreamKeys.MeetingOf(stream), next),
        meeting => MeetingView.Of(meeting, 0, 0),
        meeting => meeting.Title
    );

    internal static void AddMeetings(this IServiceCollection services) =>
        services
            .ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new RecordDecisionReader()))
            .AddSingleton<PlanPoints>()
            .AddSingleton<OpenedMeetings>()
            .AddSingleton<MinutesReader>()
            .AddSingleton<MeetingDesk>()
            .AddSingleton(History)
            .AddMeetingMessages();

    internal static void MapMeetings(this WebApplication app)
    {
        var meetings = app.MapGroup("/api/meetings").WithTags("Meetings");
        meetings
            .MapGet("", ListMeetings.GetAsync)
            .Shows<Page<MeetingRow>>("listMeetings", "Lists meetings by id: plan, then number")
            .AlsoAsTable();
        meetings
            .MapGet("/calendar.ics", GetCalendar.GetAsync)
            .ShowsText("getCalendar", "Shows meetings and due follow-ups as a calendar", "text/calendar")
            .WithDescription(
                "iCalendar (RFC 5545), of all plans or of one `plan`. An entry keeps its id when it changes."
            );
        meetings.MapGet("/{meeting}", GetMeeting.GetAsync).Shows<MeetingView>("getMeeting", "Shows a meeting");
        MapMinutes(meetings);
        meetings
            .MapPost(
                "",
                async (
                    ScheduleMeeting command,
                    CommandContext context,
                    MeetingDesk desk,
                    HttpContext http,
                    CancellationToken cancellation
                ) => Show(await desk.ScheduleAsync(command, context, cancellation), http)
            )
            .Creates<MeetingView>(
                "scheduleMeeting",
                "Calls a meeting on a plan, with an agenda drafted from what waits"
            );
        meetings.Map<ChangeAgenda>(HttpMethods.Put, "agenda", "changeAgenda", "Says the agenda of a meeting anew");
        meetings.Map<OpenMeeting>("POST", "opening", "openMeeting", "Opens a meeting: fixes the basis it decides on");
        meetings.Map<RecordAttendance>("POST", "attendance", "recordAttendance", "Records who is at a meeting");
        meetings.Map<RecordDecision>("POST", "decisions", "recordDecision", "Records a decision of a meeting");
        meetings.Map<RetryDecision>(
            "POST",
            "decisions/{number}/retry",
            "retryDecision",
            "Applies a decision that failed once more",
            (c, route) => c with { Number = NumberOf(route["number"]) }
        );
        meetings.Map<AssignFollowUp>("POST", "follow-ups", "assignFollowUp", "Gives somebody something to do by a day");
        meetings.Map<ReportFollowUp>(
            "POST",
            "follow-ups/{number}/report",
            "reportFollowUp",
            "Says what has come of a follow-up",
            (c, route) => c with { Number = NumberOf(route["number"]) }
        );
        meetings.Map<CloseMeeting>("POST", "closing", "closeMeeting", "Closes a meeting and seals its minutes");
        meetings.Map<SealAddendum>(
            "POST",
            "minutes/addenda",
            "sealAddendum",
            "Adds to sealed minutes, with a seal of its own"
        );
    }

    private static void MapMinutes(RouteGroupBuilder meetings)
    {
        meetings
            .MapGet("/{meeting}/minutes", GetMinutes.GetAsync)
            .Shows<MinutesView>("getMinutes", "Shows the minutes of a meeting")
            .WithDescription(
                "The minutes (berita acara) of a meeting. Those of an open meeting are as they would be sealed now; those of a closed one are as "
                    + "they were sealed, for ever. docs/minutes.md says how the digest is computed."
            );
        meetings
            .MapGet("/{meeting}/minutes/sealed", GetMinutes.GetSealedAsync)
            .ShowsText("getSealedMinutes", "Shows the sealed text of minutes, to the byte")
            .WithDescription(
                "The bytes that are sealed, of the minutes or of an `addendum`: what `sha256sum` makes of them is the digest."
            );
        meetings
            .MapGet("/{meeting}/minutes/verification", VerifyMinutes.GetAsync)
            .Shows<MinutesVerification>(
                "verifyMinutes",
                "Makes sealed minutes anew from the stored events and says what differs"
            );
    }

    private static void Map<TCommand>(
        this RouteGroupBuilder meetings,
        string method,
        string path,
        string operation,
        string summary,
        Func<TCommand, RouteValueDictionary, TCommand>? withPart = null
    )
        where TCommand : class, IMeetingCommand =>
        meetings
            .MapMethods(
                $"/{{meeting}}/{path}",
                [method],
                async (
                    string meeting,
                    TCommand command,
                    CommandContext context,
                    MeetingDesk desk,
                    HttpContext http,
                    CancellationToken cancellation
                ) =>
                {
                    if (withPart is not null)
                        command = withPart(command, http.Request.RouteValues);
                    return Show(await desk.HandleAsync(meeting, command, context, cancellation), http);
                }
            )
            .Changes<MeetingView>(operation, summary);

    private static IResult Show(CommandResult<Meeting> result, HttpContext http) =>
        result.ToAnswer(
            http,
            accepted =>
                (
                    $"/api/meetings/{accepted.State.Id}",
                    MeetingView.Of(accepted.State, accepted.Version, accepted.Position) with
                    {
                        Warnings = accepted.Warnings,
                    }
                )
        );

    private static int NumberOf(object? part) =>
        int.TryParse((string?)part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
