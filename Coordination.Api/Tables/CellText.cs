using System.Globalization;
using System.Text;
using System.Xml;

namespace Coordination.Api.Tables;

/// <summary>Texts as a workbook holds them, where not every character and not every length has a place.</summary>
internal static class CellText
{
    /// <summary>What a cell of Excel holds.</summary>
    internal const int Longest = 32_767;

    /// <summary>
    /// A character that XML cannot hold is written as <c>_x0001_</c>, and a text that only looks like that with its first <c>_</c> so.
    /// </summary>
    internal static string Escaped(string text)
    {
        if (text.Length > Longest)
            text = text[..(Longest - 1)] + "…";
        StringBuilder? escaped = null;
        for (var i = 0; i < text.Length; i++)
        {
            var length = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]) ? 2 : 1;
            if (length == 2 || (XmlConvert.IsXmlChar(text[i]) && text[i] != '\r' && !IsEscape(text, i)))
                escaped?.Append(text, i, length);
            else
                (escaped ??= new(text, 0, i, text.Length + 16)).Append(
                    CultureInfo.InvariantCulture,
                    $"_x{(int)text[i]:X4}_"
                );
            i += length - 1;
        }
        return escaped?.ToString() ?? text;
    }

    /// <summary>What <see cref="Escaped"/> has written.</summary>
    internal static string Unescaped(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (IsEscape(text, i))
            {
                plain.Append((char)ushort.Parse(text.AsSpan(i + 2, 4), NumberStyles.HexNumber, null));
                i += 6;
            }
            else
                plain.Append(text[i]);
        return plain.ToString();
    }

    /// <summary>Whether a spreadsheet would run it, were it typed in.</summary>
    internal static bool LooksLikeFormula(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    private static bool IsEscape(string text, int at) =>
        text.AsSpan(at) is ['_', 'x', var a, var b, var c, var d, '_', ..]
        && char.IsAsciiHexDigit(a)
        && char.IsAsciiHexDigit(b)
        && char.IsAsciiHexDigit(c)
        && char.IsAsciiHexDigit(d);
}
