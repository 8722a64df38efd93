using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Coordination.Api.Security;

/// <summary>Where a token holds, and nowhere else.</summary>
internal enum TokenUse
{
    /// <summary>In <c>Authorization: Bearer …</c>, on the API.</summary>
    Api,

    /// <summary>In the cookie of the pages.</summary>
    Page,

    /// <summary>In the cookie of the pages, for an account of a provider.</summary>
    PageOfProvider,
}

/// <summary>A token that somebody holds. Kept as its hash: who reads the database cannot sign in with what is there.</summary>
/// <param name="Id">SHA-256 of use and token: it is random, so a slow hash would add nothing.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="ExpiresAt">When it ends, UTC.</param>
/// <param name="Roles">What the provider said when it vouched; of an account of this service none, its roles stand with it.</param>
internal sealed record AccessToken(
    string Id,
    string Account,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<RoleGrant>? Roles = null
)
{
    private const int Bytes = 32;

    /// <summary>A working day.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>What a provider takes away is gone after this time; asking it again is a click, or none.</summary>
    internal static readonly TimeSpan LifetimeOfProvider = TimeSpan.FromHours(1);

    /// <summary>A new token, 256 random bits, and what is kept of it.</summary>
    internal static (string Token, AccessToken Kept) New(string account, TokenUse use, DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return (token, new(Hash(token, use), account, now + Lifetime));
    }

    /// <summary>What a token is kept under, or none when it cannot be a token. For another use it is another, that nobody has.</summary>
    internal static string? IdOf(string token, TokenUse use) =>
        token.Length == Base64Url.GetEncodedLength(Bytes) && Base64Url.IsValid(token) ? Hash(token, use) : null;

    private static string Hash(string token, TokenUse use) =>
        Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(use == TokenUse.Api ? token : $"{use}:{token}")));
}
