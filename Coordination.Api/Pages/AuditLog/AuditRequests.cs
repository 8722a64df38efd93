using Coordination.Api.Audit;
using Coordination.Api.EventChain;
using Coordination.Api.EventStore;
using Coordination.Api.Http;

namespace Coordination.Api.Pages.AuditLog;

/// <summary><c>/audit</c>: the log of events; <c>/audit/verification</c>: whether they are still what was recorded.</summary>
internal static class AuditRequests
{
    private const int Lines = 50;

    internal static async Task<IResult> GetAsync(
        [AsParameters] AuditFilter filter,
        string? before,
        AuditReader reader,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var asked = filter.WithoutEmpty() with { Sort = "-position" };
        var values = http
            .Request.Query.Where(pair => pair.Key is not "before" and not Language.Parameter && !string.IsNullOrWhiteSpace(pair.Value))
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        var query = QueryString.Create(values!);
        var model = new AuditModel(values, [], null, $"/api/audit/events{query}");
        if (asked.Fault() is { } fault)
            return Show.Page<AuditPage>(
                new
                {
                    Model = model with
                    {
                        Errors = FieldErrors.Of(Problem.Malformed(fault.Field, fault.Detail), Language.Of(http)),
                    },
                },
                StatusCodes.Status400BadRequest
            );
        var settled = await reader.SettledAsync(cancellation);
        var found = await reader.ReadAsync(
            asked,
            long.TryParse(before, out var position) ? position : null,
            settled,
            Lines + 1,
            cancellation
        );
        var lines = found.Take(Lines).Select(AuditLine.Of).ToList();
        var next = found.Count > Lines ? $"/audit{query.Add("before", $"{lines[^1].Position}")}" : null;
        return Show.Page<AuditPage>(new { Model = model with { Lines = lines, NextPath = next } });
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

    private static VerificationModel Of(string? head, Verification found) =>
        found.FirstFault is { } fault
            ? new(
                head,
                $"audit.fault.{CanonicalJson.NameOf(fault.Kind)}",
                false,
                [fault.Position, fault.Batch, fault.Stream ?? "", fault.Event ?? "", fault.RecordedAt ?? 0L, found.Events]
            )
            : new(head, "audit.intact", true, [found.Events, found.Batches, found.Head?.ToString() ?? "–", found.Pending]);
}
