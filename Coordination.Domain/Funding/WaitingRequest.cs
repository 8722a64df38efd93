using Coordination.Domain.Programs;

namespace Coordination.Domain.Funding;

/// <summary>A request that waits for an answer.</summary>
/// <param name="Program">Number of the program.</param>
/// <param name="Title">Its title.</param>
/// <param name="Government">Its government.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="Request">Id within the program.</param>
/// <param name="Scheme">Source asked for.</param>
/// <param name="Ministry">Who is asked.</param>
/// <param name="Amount">Whole rupiah asked for.</param>
/// <param name="RequestedOn">Day of the request.</param>
/// <param name="DaysWaiting">Days since then.</param>
public sealed record WaitingRequest(
    string Program,
    string Title,
    string Government,
    string Priority,
    string Request,
    string Scheme,
    string Ministry,
    decimal Amount,
    DateOnly RequestedOn,
    int DaysWaiting
)
{
    /// <summary>The undecided requests of an active program for that money.</summary>
    internal static IEnumerable<WaitingRequest> Of(SpbeProgram program, FundingFilter filter, DateOnly day) =>
        from request in program.ApbnRequests
        where program.IsActive
        where request.Status == ApbnRequestStatus.Undecided && filter.ShowsSource(request.Scheme)
        select new WaitingRequest(
            program.Id,
            program.Details.Title,
            program.Government,
            program.Details.Priority,
            request.Request,
            request.Scheme,
            request.Ministry,
            request.Amount,
            request.RequestedOn,
            DaysSince(request, day)
        );

    /// <summary>Days since a request; none before it.</summary>
    internal static int DaysSince(ApbnRequest request, DateOnly day) =>
        Math.Max(0, day.DayNumber - request.RequestedOn.DayNumber);
}
