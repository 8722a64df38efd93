using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
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

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a value.</summary>
    public static string Of(JsonElement value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
            Write(writer, value);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

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

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(member.Name);
                Write(writer, member.Value);
            }
            writer.WriteEndObject();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in value.EnumerateArray())
                Write(writer, item);
            writer.WriteEndArray();
        }
        else
            value.WriteTo(writer);
    }
}
