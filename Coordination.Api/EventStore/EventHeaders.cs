namespace Coordination.Api.EventStore;

/// <summary>Names of the headers that events carry beside account and correlation.</summary>
internal static class EventHeaders
{
    /// <summary>The role by which the account was allowed to.</summary>
    internal const string Role = "role";

    /// <summary>The government of that role.</summary>
    internal const string Government = "government";

    /// <summary>The decision of a meeting that caused the event, <c>19-2024-003/2</c>, where one did.</summary>
    internal const string Decision = "decision";

    internal const string Reason = "reason";
    internal const string IdempotencyKey = "idempotencyKey";
}
