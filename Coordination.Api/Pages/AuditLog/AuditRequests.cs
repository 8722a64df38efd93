using System.Globalization;
using Coordination.Api.Audit;
using Coordination.Api.EventChain;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Tables;

namespace Coordination.Api.Pages.AuditLog;

/// <summary><c>/audit</c>: the log of events; <c>/audit/verification</c>: whether they are still what was recorded.</summary>
internal static class AuditRequests
{
    private const int MostOfPage = 50;

    internal static async Task<IResult> GetAsync(
        [AsParameters] AuditFilter asked,
        string? cursor,
        AuditReader reader,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var filter = LastFirst(asked);
        if (filter.Fault() is { } fault)
            return Show.Page<AuditPage>(
                new
                {
                    Model = new AuditModel
                    {
                        Errors = FieldErrors.Of(Problem.Malformed(fault.Field, fault.Detail), Language.Of(http)),
                    },
                },
                StatusCodes.Status400BadRequest
            );
        var found = await ReadAsync(reader, filter, cursor, MostOfPage + 1, cancellation);
        var events = found.Take(MostOfPage).ToList();
        var next = found.Count > MostOfPage ? $"{events[^1].Position}" : null;
        return Show.Page<AuditPage>(new { Model = new AuditModel { Events = events, Next = next } });
    }

    internal static async Task<IResult> GetTableAsync(
        [AsParameters] AuditFilter asked,
        string? cursor,
        AuditReader reader,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var filter = LastFirst(asked);
        if (filter.Fault() is { } fault)
            return Problem.Malformed(fault.Field, fault.Detail).ToResult();
        var found = await ReadAsync(reader, filter, cursor, ListAuditEvents.MostOfTable, cancellation);
        return Table.Answer(http, Table.FormatOfPath(http), "audit", found.SelectMany(AuditRow.Of));
    }

    internal static async Task<IResult> VerifyAsync(
        string? head,
        AuditDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (found, problem) = await desk.VerifyAsync(head, cancellation);
        if (problem is { Status: StatusCodes.Status400BadRequest })
            return Show.Page<VerificationPage>(
                new
                {
                    Model = new VerificationModel(head, null, false, [])
                    {
                        Errors = [new("head", Language.Of(http)["audit.head.malformed"])],
                    },
                },
                problem.Status
            );
        return problem?.ToResult() ?? Show.Page<VerificationPage>(new { Model = Of(head, found!) });
    }

    private static AuditFilter LastFirst(AuditFilter asked) => asked.WithoutEmpty() with { Sort = "-position" };

    private static async Task<IReadOnlyList<AuditEvent>> ReadAsync(
        AuditReader reader,
        AuditFilter filter,
        string? cursor,
        int most,
        CancellationToken cancellation
    )
    {
        long? before = long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;
        return await reader.ReadAsync(filter, before, await reader.SettledAsync(cancellation), most, cancellation);
    }

    private static VerificationModel Of(string? head, Verification found) =>
        found.FirstFault is { } fault
            ? new(
                head,
                $"audit.fault.{CanonicalJson.NameOf(fault.Kind)}",
                false,
                [
                    fault.Position,
                    fault.Batch,
                    fault.Stream ?? "",
                    fault.Event ?? "",
                    fault.RecordedAt ?? 0L,
                    found.Events,
                ]
            )
            : new(
                head,
                "audit.intact",
                true,
                [found.Events, found.Batches, found.Head?.ToString() ?? "–", found.Pending]
            );
}
