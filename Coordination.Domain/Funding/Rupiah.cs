using System.Globalization;

namespace Coordination.Domain.Funding;

/// <summary>Amounts are exact decimals in rupiah: whole, but for realisations, which may have two decimals (sen).</summary>
public static class Rupiah
{
    /// <summary>100 trillion: more than any regional budget; what is above is a slip of the pen.</summary>
    public const decimal Most = 100_000_000_000_000m;

    private static readonly NumberFormatInfo Indonesian = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
    };

    /// <summary>Whether the amount has no more decimals than that.</summary>
    public static bool HasAtMostDecimals(decimal amount, int decimals) => decimal.Round(amount, decimals) == amount;

    /// <summary>For sentences: <c>Rp1.250.000</c>.</summary>
    public static string Text(decimal amount) => "Rp" + amount.ToString("#,##0.##", Indonesian);
}
