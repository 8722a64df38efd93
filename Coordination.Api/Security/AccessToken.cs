using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Coordination.Api.Security;

/// <summary>A token that somebody holds. Kept as its hash: who reads the database cannot sign in with what is there.</summary>
/// <param name="Id">SHA-256 of the token: it is random, so a slow hash would add nothing.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="ExpiresAt">When it ends, UTC.</param>
internal sealed record AccessToken(string Id, string Account, DateTimeOffset ExpiresAt)
{
    private const int Bytes = 32;

    /// <summary>A working day.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>A new token, 256 random bits, and what is kept of it.</summary>
    internal static (string Token, AccessToken Kept) New(string account, DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return (token, new(Hash(token), account, now + Lifetime));
    }

    /// <summary>What a token is kept under, or none when it cannot be a token.</summary>
    internal static string? IdOf(string token) =>
        token.Length == Base64Url.GetEncodedLength(Bytes) && Base64Url.IsValid(token) ? Hash(token) : null;

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}
