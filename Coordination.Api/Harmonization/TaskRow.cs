using Coordination.Domain.Reference;
using Coordination.Domain.Tasks;

namespace Coordination.Api.Harmonization;

/// <summary>A task as a row of a table.</summary>
internal sealed record TaskRow(
    string Plan,
    long Position,
    DateOnly AsOf,
    string Id,
    TaskKind Kind,
    string Government,
    string? GovernmentName,
    string? Program,
    string? Subject,
    DateOnly? Since,
    int? Days,
    string Text,
    string Operation,
    string Path
)
{
    internal static TaskRow Of(WaitingTask task, string plan, long position, DateOnly day) =>
        new(
            plan,
            position,
            day,
            task.Id,
            task.Kind,
            task.Government,
            Domain.Reference.Government.Find(task.Government)?.Name,
            task.Program,
            task.Subject,
            task.Since,
            task.Days,
            task.Text,
            task.Next.Operation,
            task.Next.Path
        );
}
