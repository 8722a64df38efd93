using System.Globalization;
using System.Text;
using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Domain;
using CsvHelper;
using CsvHelper.Configuration;
using CsvHelper.TypeConversion;
using Microsoft.Net.Http.Headers;

namespace Coordination.Api.Http;

/// <summary>A view as a table for <c>Accept: text/csv</c>: the same members and values as in JSON, names beside codes.</summary>
internal static class CsvTable
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        // A spreadsheet would run a text that starts like a formula.
        InjectionOptions = InjectionOptions.Escape,
    };

    /// <summary>Whether the caller prefers the table to JSON, which is the usual answer.</summary>
    internal static bool IsWanted(HttpContext http)
    {
        var accepted = http.Request.GetTypedHeaders().Accept;
        double Quality(Func<MediaTypeHeaderValue, bool> fits) =>
            accepted.Where(fits).Select(type => type.Quality ?? 1).DefaultIfEmpty(0).Max();

        var table = Quality(type => type.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase));
        return table > Quality(type => type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The tag of the table beside that of the JSON.</summary>
    internal static string Tag(string tag) => $"\"csv-{tag.Trim('"')}\"";

    internal static IResult Answer<TRow>(HttpContext http, IEnumerable<TRow> rows, string tag)
    {
        http.Response.Headers.Vary = "Accept";
        if (Answers.Has(http, Tag(tag)))
            return Answers.NotModified(http, Tag(tag));
        http.Response.Headers.ETag = Tag(tag);
        return Answer(rows);
    }

    /// <summary>The table as the answer to a question that cannot be asked for again by a tag.</summary>
    internal static IResult Answer<TRow>(IEnumerable<TRow> rows) =>
        Results.Bytes(Write(rows), "text/csv; charset=utf-8");

    private static byte[] Write<TRow>(IEnumerable<TRow> rows)
    {
        using var buffer = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(buffer, new UTF8Encoding(false)), Format))
        {
            csv.Context.TypeConverterCache.AddConverter<decimal>(new Exact());
            csv.Context.TypeConverterCache.AddConverter<bool>(new LowerCase());
            foreach (
                var choice in typeof(TRow)
                    .GetProperties()
                    .Select(member => Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType)
                    .Where(type => type.IsEnum)
            )
                csv.Context.TypeConverterCache.AddConverter(choice, new KebabCase());
            var map = csv.Context.AutoMap<TRow>();
            foreach (var member in map.MemberMaps)
                member.Name(JsonNamingPolicy.CamelCase.ConvertName(member.Data.Member!.Name));
            csv.Context.TypeConverterOptionsCache.GetOptions<DateOnly>().Formats = ["yyyy-MM-dd"];
            csv.Context.TypeConverterOptionsCache.GetOptions<DateOnly?>().Formats = ["yyyy-MM-dd"];
            csv.WriteRecords(rows);
        }
        return buffer.ToArray();
    }

    // An empty cell is an empty text: none at all would move the cells after it to the left.
    private sealed class Exact : DecimalConverter
    {
        public override string? ConvertToString(object? value, IWriterRow row, MemberMapData memberMapData) =>
            value is decimal number ? Decimals.Normalised(number).ToString(CultureInfo.InvariantCulture) : "";
    }

    private sealed class LowerCase : BooleanConverter
    {
        public override string? ConvertToString(object? value, IWriterRow row, MemberMapData memberMapData) =>
            value is true ? "true" : "false";
    }

    private sealed class KebabCase : DefaultTypeConverter
    {
        public override string? ConvertToString(object? value, IWriterRow row, MemberMapData memberMapData) =>
            value is Enum choice ? CanonicalJson.NameOf(choice) : "";
    }
}
