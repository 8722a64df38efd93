namespace Coordination.Benchmarks.Report;

/// <summary>What is expected of a figure, and where it is to go; a miss is shown, it does not fail the run.</summary>
internal sealed record Target(double Good, double Aim, bool IsLeast, string Unit = "")
{
    internal static Target AtLeast(double good, double aim) => new(good, aim, IsLeast: true);

    internal static Target AtMost(double good, double aim, string unit = "") => new(good, aim, IsLeast: false, unit);

    internal bool IsMetBy(double value) => IsLeast ? value >= Good : value <= Good;

    public override string ToString() =>
        $"{(IsLeast ? "≥" : "≤")} {Good:0.##}{Unit}" + (Aim.Equals(Good) ? "" : $" (aim {Aim:0.##}{Unit})");
}
