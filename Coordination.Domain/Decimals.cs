namespace Coordination.Domain;

/// <summary>Decimals keep the scale they were written with (0.80 ≠ 0.8 as text); stored facts and views must not.</summary>
public static class Decimals
{
    /// <summary>The same value without trailing zeros.</summary>
    public static decimal Normalised(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>A rate for JSON: six decimals, half away from zero, without trailing zeros.</summary>
    public static decimal Rate(decimal value) => Normalised(decimal.Round(value, 6, MidpointRounding.AwayFromZero));
}
