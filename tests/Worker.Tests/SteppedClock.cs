namespace Plans.Worker.Tests;

/// <summary>A clock that goes only when it is told to.</summary>
public sealed class SteppedClock : TimeProvider
{
    private DateTimeOffset _now = new(2024, 3, 14, 8, 0, 0, TimeSpan.Zero);

    public void Step(TimeSpan time) => _now += time;

    public override DateTimeOffset GetUtcNow() => _now;
}
