namespace Coordination.Api.EventStore;

/// <summary>Names of the headers that events carry beside account and correlation.</summary>
internal static class EventHeaders
{
    internal const string Reason = "reason";
    internal const string IdempotencyKey = "idempotencyKey";
}
