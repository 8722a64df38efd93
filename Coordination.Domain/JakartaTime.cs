namespace Coordination.Domain;

/// <summary>
/// Western Indonesian Time (WIB, Asia/Jakarta): UTC+7 the year round since 1964. Days that people name are days there; moments
/// are stored in UTC.
/// </summary>
public static class JakartaTime
{
    /// <summary>How far it is ahead of UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The day in Jakarta at that moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>The moment, in UTC, at which that time of that day is reached in Jakarta.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) =>
        new DateTimeOffset(day.ToDateTime(time), Offset).ToUniversalTime();

    /// <summary>The last moment, in UTC, that belongs to that day in Jakarta.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => At(day, TimeOnly.MaxValue);
}
