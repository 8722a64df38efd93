using System.IO.Compression;
using System.Xml;

namespace Coordination.Api.Tables;

/// <summary>
/// The parts of a workbook that somebody has sent. Nothing is trusted: its parts are counted before one is opened, every byte is counted
/// while it is inflated, and no XML is read that defines entities or nests deeply. What is not asked for is never inflated.
/// </summary>
internal sealed class WorkbookZip : IDisposable
{
    private const int MostParts = 1000;

    /// <summary>Of all parts that are read, together: 5,000 rows of long texts are a tenth of it.</summary>
    internal const int MostInflated = 64 * 1024 * 1024;

    /// <summary>Sheets are repetitive; beyond this a part is made to swell.</summary>
    private const int MostRatio = 250;

    private const int UnsuspiciousSize = 1024 * 1024;

    /// <summary>A sheet needs six levels, a rich text eight.</summary>
    private const int MostDepth = 32;

    private static readonly string[] Forbidden =
    [
        "vbaProject",
        "/macrosheets/",
        "/activeX/",
        "/externalLinks/",
        "connections.xml",
    ];

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private long inflated;

    internal WorkbookZip(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(OldFormat))
            throw new UnreadableFileException(
                $"The file is encrypted, or of the old format .xls. Save it as .xlsx without a password.",
                code: "file-encrypted"
            );
        if (!bytes.AsSpan().StartsWith("PK"u8))
            throw new UnreadableFileException($"The file is not a workbook (.xlsx).", code: "file-kind");
        zip = new(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostParts)
            throw new UnreadableFileException(
                $"The workbook has {zip.Entries.Count} parts; at most {MostParts} are looked at."
            );
        foreach (var part in zip.Entries)
        {
            var name = part.FullName.Replace('\\', '/');
            if (part.IsEncrypted)
                throw new UnreadableFileException(
                    $"The workbook is encrypted. Save it without a password.",
                    code: "file-encrypted"
                );
            if (
                Array.Find(Forbidden, word => $"/{name}".Contains(word, StringComparison.OrdinalIgnoreCase)) is not null
            )
                throw new UnreadableFileException(
                    $"The workbook holds macros or links to other sources ({UploadedTable.Shortened(name)}). Save it as .xlsx without them.",
                    code: "file-macros"
                );
            if (!parts.TryAdd(name, part))
                throw new UnreadableFileException(
                    $"The workbook has two parts of the name '{UploadedTable.Shortened(name)}'."
                );
        }
    }

    /// <summary>How a workbook under a password, and one of before 2007, begins.</summary>
    private static ReadOnlySpan<byte> OldFormat => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    internal static bool Resembles(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK"u8) || bytes.StartsWith(OldFormat);

    /// <summary>A part as XML; none when there is no such part.</summary>
    internal XmlReader? Open(string name) =>
        parts.TryGetValue(name.TrimStart('/'), out var part)
            ? XmlReader.Create(
                new CountedStream(this, part),
                new()
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    IgnoreComments = true,
                    IgnoreProcessingInstructions = true,
                    CloseInput = true,
                }
            )
            : null;

    /// <summary>The next node, unless it is nested too deeply.</summary>
    internal static bool Next(XmlReader xml) =>
        xml.Read()
        && (
            xml.Depth <= MostDepth
                ? true
                : throw new UnreadableFileException($"The workbook's XML is nested more than {MostDepth} levels deep.")
        );

    public void Dispose() => zip.Dispose();

    private void Count(int bytes, long ofPart, ZipArchiveEntry part)
    {
        inflated += bytes;
        if (
            inflated > MostInflated
            || (ofPart > UnsuspiciousSize && ofPart > MostRatio * Math.Max(1, part.CompressedLength))
        )
            throw new UnreadableFileException(
                $"The workbook swells when it is unpacked ({UploadedTable.Shortened(part.FullName)}); at most {MostInflated} bytes are "
                    + $"read. Copy its rows to a new workbook.",
                StatusCodes.Status413PayloadTooLarge,
                "file-size"
            );
    }

    private sealed class CountedStream(WorkbookZip zip, ZipArchiveEntry part) : Stream
    {
        private readonly Stream inner = part.Open();
        private long read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var bytes = inner.Read(buffer, offset, count);
            zip.Count(bytes, read += bytes, part);
            return bytes;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
