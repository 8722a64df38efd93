using System.Globalization;
using System.Text.RegularExpressions;

namespace Coordination.Api.Pages;

/// <summary>Numbers as people type them. What could be meant in two ways is none.</summary>
internal static partial class Typed
{
    /// <summary>
    /// Rupiah: <c>1250000000</c>, <c>1.250.000.000</c>, <c>Rp 1.250.000,50</c>, <c>1,250,000.50</c>. Groups have three digits and decimals
    /// one or two, so that either way of writing is read for certain.
    /// </summary>
    internal static decimal? Money(string text)
    {
        var digits = Spaces().Replace(text.Trim(), "");
        if (digits.StartsWith("Rp", StringComparison.OrdinalIgnoreCase))
            digits = digits[2..].TrimStart('.');
        return MoneyOf().Match(digits) is { Success: true } match ? Number(match) : null;
    }

    /// <summary>A quantity: <c>12</c>, <c>12,5</c>, <c>12.5</c>, <c>1.000.000</c>; not <c>1.000</c>, which is one or a thousand.</summary>
    internal static decimal? Quantity(string text) =>
        QuantityOf().Match(Spaces().Replace(text.Trim(), "")) is { Success: true } match ? Number(match) : null;

    private static decimal? Number(Match match)
    {
        var whole = match.Groups["whole"].Value.Replace(".", "").Replace(",", "");
        return decimal.TryParse(
            $"{whole}.{match.Groups["part"].Value}0",
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }

    [GeneratedRegex(@"\s", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"^((?<whole>[0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,18})(,(?<part>[0-9]{1,2}))?|(?<whole>[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,18})(\.(?<part>[0-9]{1,2}))?)\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex MoneyOf();

    [GeneratedRegex(
        @"^((?<whole>[0-9]{1,15})([.,](?<part>[0-9]{1,2}|[0-9]{4}))?|(?<whole>[0-9]{1,3}(\.[0-9]{3}){2,}|[0-9]{1,3}(,[0-9]{3}){2,}))\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex QuantityOf();
}
