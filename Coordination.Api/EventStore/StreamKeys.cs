namespace Coordination.Api.EventStore;

/// <summary>What the streams are called in the store; ids in the API carry no prefix.</summary>
internal static class StreamKeys
{
    /// <summary>A program's stream is called by its number.</summary>
    internal static string Program(string id) => id;

    internal static string Plan(string id) => $"plan-{id}";

    internal static string Assessment(string id) => $"assessment-{id}";

    internal static string Meeting(string id) => $"meeting-{id}";

    /// <summary>The id of the meeting whose stream it is.</summary>
    internal static string MeetingOf(string stream) => stream[Meeting("").Length..];

    internal static string Coverage(string location) => $"coverage-{location}";
}
