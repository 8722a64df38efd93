using System.Globalization;
using Coordination.Domain;

namespace Coordination.Api.EventChain;

/// <summary>The end of the chain: kept elsewhere, in minutes for one, it vouches for all that lies before.</summary>
/// <param name="Batch">Number of the last batch.</param>
/// <param name="Digest">Its digest, 64 hexadecimal digits in lower case.</param>
/// <param name="Position">Position of its last event.</param>
internal sealed record ChainHead(long Batch, string Digest, long Position)
{
    /// <summary>As it is printed and asked for: <c>12:9f86d0…</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Batch}:{Digest}");
}

/// <summary>A head that somebody has kept, to be held against the chain.</summary>
internal sealed record KeptHead(long Batch, string Digest)
{
    /// <summary>Why a text is not one.</summary>
    internal static Sentence Fault(string text) =>
        $"'{(text.Length > 100 ? text[..100] + "…" : text)}' is not the head of a chain: the number of a batch, a colon and 64 hexadecimal digits.";

    /// <summary>Reads <c>batch:digest</c>; none when it is not one.</summary>
    internal static KeptHead? Parse(string text) =>
        text.Trim().Split(':') is [var number, { Length: 2 * EventDigest.Size } digest]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var batch)
        && batch > 0
        && digest.All(char.IsAsciiHexDigit)
            ? new(batch, digest.ToLowerInvariant())
            : null;
}
