using System.Text.Json.Serialization;

namespace Coordination.Domain.Tasks;

/// <summary>What waits for a government.</summary>
public enum TaskKind
{
    /// <summary>A program past its end that is not completed.</summary>
    Overdue,

    /// <summary>An open constraint that blocks a program.</summary>
    ConstraintBlocking,

    /// <summary>A progress report that is due (see <see cref="ReportRule"/>).</summary>
    ReportDue,

    /// <summary>A request for APBN support without a decision.</summary>
    RequestWaiting,

    /// <summary>A program that an earlier plan has deferred to this year and that is not proposed anew.</summary>
    DeferredProposal,

    /// <summary>What a meeting has given somebody to do, and that is not done.</summary>
    FollowUp,

    /// <summary>A finding that is not accepted, other than those that are a task of a kind of their own.</summary>
    Finding,
}

/// <summary>The request that is the next step of a task; another may do as well, as the text says.</summary>
/// <param name="Operation">Its <c>operationId</c>.</param>
/// <param name="Path">Where to send it.</param>
public sealed record NextStep(string Operation, string Path);

/// <summary>Something that waits for a government.</summary>
/// <param name="Id">Kind, government, and what it is about: the same task keeps its id.</param>
/// <param name="Kind">What waits.</param>
/// <param name="Government">For whom.</param>
/// <param name="Program">Number of the program, where it is about one.</param>
/// <param name="Subject">Id of the request, constraint or finding; of a follow-up, the meeting and its number in it: <c>19-2024-003/2</c>.</param>
/// <param name="Since">The day since which it waits, where there is one.</param>
/// <param name="Days">Days since then.</param>
/// <param name="Text">In a whole sentence.</param>
/// <param name="Next">What to do next.</param>
public sealed record WaitingTask(
    string Id,
    TaskKind Kind,
    string Government,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Program,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Subject,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Since,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Days,
    string Text,
    NextStep Next
);

/// <summary>A program that an earlier plan has deferred to a year.</summary>
/// <param name="Program">Its number in the earlier plan.</param>
/// <param name="Government">Its government.</param>
/// <param name="Title">Its title.</param>
/// <param name="Reason">Why it was deferred.</param>
public sealed record DeferredProgram(string Program, string Government, string Title, string Reason);
