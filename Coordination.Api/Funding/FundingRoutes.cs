using Coordination.Api.Http;
using Coordination.Domain.Funding;

namespace Coordination.Api.Funding;

/// <summary>Every request on a plan's money: one row each.</summary>
internal static class FundingRoutes
{
    private const string Times =
        ". `asOf` and `position` say what was known then; `validAt` says what held on a day, by all that is known: a line from "
        + "its document's date (without one from the day of recording), a grant from its decision, a payment from its date, a "
        + "correction of a line from `validFrom`. ";

    private const string Sums =
        "Each line counts at its current stage only. `consolidated` counts money that one program gives to another (`transferTo`) once, "
        + "at the receiver; `unconsolidated` at both. The forecast of what is realised by 31 December is, line by line, the larger of "
        + "what is realised and allocated × expected progress: 100 % when completed; once begun, today's progress carried on at its pace "
        + "since the schedule's start; before that, what the schedule says. The table has a row for each government, priority and "
        + "source; its columns sum to the totals.";

    private const string Alarms =
        "`unrealised`: allocated and nothing realised by 30 September; `unanswered`: a request without an answer for 30 days; "
        + "`ahead-of-progress`: the realised share more than 20 points above the progress; `transfer-differs`: what is given is not "
        + "what the receiver's line says.";

    internal static void AddFunding(this IServiceCollection services) => services.AddSingleton<FundingReader>();

    internal static void MapFunding(this WebApplication app)
    {
        var funding = app.MapGroup("/api/plans/{plan}").WithTags("Funding");
        funding.Map<FundingView>(
            "funding",
            GetFunding.GetAsync,
            "getFunding",
            "Shows where the money of a plan comes from and how far it has come",
            Sums
        );
        funding.Map<FundingList<FundedLine>>(
            "funding/lines",
            GetFunding.GetLinesAsync,
            "listFundingLines",
            "Lists the funding lines of a plan with documents and payments",
            ""
        );
        funding.Map<FundingList<WaitingRequest>>(
            "funding/requests",
            GetFunding.GetRequestsAsync,
            "listWaitingRequests",
            "Lists the requests for APBN support that wait for an answer, and how long",
            ""
        );
        funding.Map<FundingList<FundingAlarm>>(
            "funding/alarms",
            GetFunding.GetAlarmsAsync,
            "listFundingAlarms",
            "Lists what needs a look about the money of a plan",
            Alarms
        );
        funding
            .MapPost("/reconciliation", PostReconciliation.PostAsync)
            .Uploads<ReconciliationView>(
                "reconcileFunding",
                "Compares documents of another system with those of a plan",
                PostReconciliation.Example
            )
            .WithDescription(PostReconciliation.Description)
            .AlsoAsTable();
    }

    private static void Map<TView>(
        this RouteGroupBuilder funding,
        string path,
        Delegate get,
        string id,
        string summary,
        string more
    ) => funding.MapGet(path, get).Views<TView>(id, summary).WithDescription(summary + Times + more).AlsoAsTable();
}
