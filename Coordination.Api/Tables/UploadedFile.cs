using Coordination.Api.Http;
using Coordination.Domain;

namespace Coordination.Api.Tables;

/// <summary>A file that a caller sends, whole and not yet read.</summary>
internal sealed record UploadedFile(TableFormat Format, byte[] Bytes)
{
    /// <summary>As many rows as there may be fit, with long texts.</summary>
    internal const int LargestBytes = 4 * 1024 * 1024;

    /// <summary>What a caller may send, for descriptions.</summary>
    internal const string Kinds =
        "A workbook (.xlsx, its first sheet, without formulas and macros) or a CSV in UTF-8, separated by commas, semicolons or tabs,";

    /// <summary>A request's body of one of the two media types.</summary>
    internal static async Task<(UploadedFile? File, Problem? Problem)> ReadAsync(
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        bool Is(string type) =>
            request.GetTypedHeaders().ContentType?.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) == true;
        if (!Is(Table.CsvType) && !Is(Table.XlsxType))
            return (
                null,
                Problem.Malformed(
                    "",
                    $"The body is to be {Table.CsvType} in UTF-8, or {Table.XlsxType}.",
                    StatusCodes.Status415UnsupportedMediaType
                )
            );
        return await BytesAsync(request.Body, cancellation) is { } bytes
            ? (new(Is(Table.XlsxType) ? TableFormat.Xlsx : TableFormat.Csv, bytes), null)
            : (null, TooLarge());
    }

    /// <summary>A file of a form, of which only its content says what it is.</summary>
    internal static async Task<(UploadedFile? File, Problem? Problem)> ReadAsync(
        IFormFile file,
        CancellationToken cancellation
    )
    {
        await using var body = file.OpenReadStream();
        return await BytesAsync(body, cancellation) is { } bytes ? (Of(bytes), null) : (null, TooLarge());
    }

    /// <summary>Of bytes whose kind only they tell.</summary>
    internal static UploadedFile Of(byte[] bytes) =>
        new(WorkbookZip.Resembles(bytes) ? TableFormat.Xlsx : TableFormat.Csv, bytes);

    private static Problem TooLarge() =>
        Unfit(
            "file-size",
            $"The file is larger than {LargestBytes} bytes; send it in parts.",
            StatusCodes.Status413PayloadTooLarge
        );

    /// <summary>A file that is not read.</summary>
    internal static Problem Unfit(string code, Sentence detail, int status) =>
        Problem.Malformed("", detail, status) with
        {
            Errors = [new(code, "", detail)],
        };

    private static async Task<byte[]?> BytesAsync(Stream body, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(chunk, cancellation)) > 0; )
        {
            if (buffer.Length + read > LargestBytes)
                return null;
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }
}
