namespace Coordination.Api.EventStore;

/// <summary>
/// An event that this version does not know: a newer one, which runs beside it or ran before it, has recorded it. A state without it would
/// be a wrong one.
/// </summary>
internal sealed class NewerEventException(long position, string type, string stream)
    : Exception($"Event {position} ('{type}', stream '{stream}') was recorded by a newer version of this service.");
