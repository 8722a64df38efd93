using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Coordination.Domain.Meetings;

/// <summary>
/// The text that is sealed, to the byte (docs/minutes.md): JSON without white space, the members of each object ordered by the UTF-16
/// code units of their names, numbers as they were given, and escapes only where JSON must have them.
/// </summary>
public static class SealedForm
{
    /// <summary>The number of this form; another form has another.</summary>
    public const int Version = 1;

    /// <summary>The text of a value.</summary>
    public static string Of(JsonElement value) => Write(new(), value).ToString();

    /// <summary>SHA-256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits.</summary>
    public static string DigestOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The text of an addendum, which names the seal before it: of the minutes, or of the addendum before.</summary>
    public static string OfAddendum(Meeting meeting, int number, string text, DateOnly day) =>
        Of(
            JsonSerializer.SerializeToElement(
                new
                {
                    form = Version,
                    meeting = meeting.Id,
                    addendum = number,
                    text,
                    sealedOn = day,
                    previous = number == 1 ? meeting.Seal!.Digest : meeting.Addenda[number - 2].Digest,
                }
            )
        );

    private static StringBuilder Write(StringBuilder text, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => WriteAll(
                text,
                '{',
                value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal),
                member => Write(Write(text, member.Name).Append(':'), member.Value),
                '}'
            ),
            JsonValueKind.Array => WriteAll(text, '[', value.EnumerateArray(), item => Write(text, item), ']'),
            JsonValueKind.String => Write(text, value.GetString()!),
            _ => text.Append(value.GetRawText()),
        };

    private static StringBuilder WriteAll<T>(
        StringBuilder text,
        char open,
        IEnumerable<T> items,
        Action<T> write,
        char close
    )
    {
        text.Append(open);
        foreach (var (index, item) in items.Index())
        {
            if (index > 0)
                text.Append(',');
            write(item);
        }
        return text.Append(close);
    }

    private static StringBuilder Write(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        return text.Append('"');
    }
}
