using System.Globalization;

namespace Coordination.Tests;

/// <summary>Decimals for theories: an attribute cannot carry them.</summary>
internal static class Exact
{
    internal static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
