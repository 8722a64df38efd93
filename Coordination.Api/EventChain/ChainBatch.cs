using System.Buffers.Binary;
using System.Security.Cryptography;
using Npgsql;

namespace Coordination.Api.EventChain;

/// <summary>An event in a batch: its position, and the digest of all else.</summary>
internal readonly record struct ChainEntry(long Position, byte[] Digest);

/// <summary>
/// A link of the chain: events one after the other, and a digest over the link before it, its number and its entries. An entry is 40 bytes:
/// the position, most significant byte first, and the event's digest.
/// </summary>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="First">Position of its first event.</param>
/// <param name="Last">Position of its last event.</param>
/// <param name="Events">How many it has.</param>
/// <param name="Entries">Its entries, one after the other.</param>
/// <param name="Digest">SHA-256 over the digest before, number and entries.</param>
internal sealed record ChainBatch(long Number, long First, long Last, int Events, byte[] Entries, byte[] Digest)
{
    /// <summary>Events of one batch at most: 40 kB.</summary>
    internal const int Most = 1000;

    internal const string Columns = "number, first_position, last_position, events, entries, digest";

    private const int EntrySize = sizeof(long) + EventDigest.Size;

    /// <summary>What comes before the first batch; it names the format, so that another format begins another chain.</summary>
    internal static readonly byte[] Genesis = SHA256.HashData("Selaras event chain 1"u8);

    internal static ChainBatch After(ChainBatch? before, IReadOnlyList<ChainEntry> entries)
    {
        var number = (before?.Number ?? 0) + 1;
        var bytes = new byte[entries.Count * EntrySize];
        for (var i = 0; i < entries.Count; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * EntrySize), entries[i].Position);
            entries[i].Digest.CopyTo(bytes, (i * EntrySize) + sizeof(long));
        }
        var digest = Hash(before?.Digest ?? Genesis, number, bytes);
        return new(number, entries[0].Position, entries[^1].Position, entries.Count, bytes, digest);
    }

    internal static ChainBatch Read(NpgsqlDataReader reader) =>
        new(
            reader.GetInt64(0),
            reader.GetInt64(1),
            reader.GetInt64(2),
            reader.GetInt32(3),
            reader.GetFieldValue<byte[]>(4),
            reader.GetFieldValue<byte[]>(5)
        );

    internal ChainHead Head => new(Number, Convert.ToHexStringLower(Digest), Last);

    /// <summary>Whether it is the link after another: number and digest follow, and what stands beside its entries is what they say.</summary>
    internal bool Follows(ChainBatch? before) =>
        Number == (before?.Number ?? 0) + 1
        && Events > 0
        && Entries.Length == (long)Events * EntrySize
        && PositionAt(0) == First
        && PositionAt(Events - 1) == Last
        && Digest.AsSpan().SequenceEqual(Hash(before?.Digest ?? Genesis, Number, Entries));

    /// <summary>The position of the entry with a digest, or none.</summary>
    internal long? Find(ReadOnlySpan<byte> digest)
    {
        for (var index = 0; index < Entries.Length / EntrySize; index++)
            if (DigestAt(index).SequenceEqual(digest))
                return PositionAt(index);
        return null;
    }

    internal long PositionAt(int index) => BinaryPrimitives.ReadInt64BigEndian(Entries.AsSpan(index * EntrySize));

    internal ReadOnlySpan<byte> DigestAt(int index) =>
        Entries.AsSpan((index * EntrySize) + sizeof(long), EventDigest.Size);

    private static byte[] Hash(byte[] previous, long number, byte[] entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> numberBytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(numberBytes, number);
        hash.AppendData(previous);
        hash.AppendData(numberBytes);
        hash.AppendData(entries);
        return hash.GetHashAndReset();
    }
}
