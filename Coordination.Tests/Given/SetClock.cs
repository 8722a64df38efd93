namespace Coordination.Tests;

/// <summary>A clock that stands where it is put. Time is measured, and waited for, as ever.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    private long ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref ticks), TimeSpan.Zero);

    internal void Set(DateTimeOffset moment) => Volatile.Write(ref ticks, moment.UtcTicks);
}
