using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Coordination.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Coordination.Api.Security;

/// <summary>
/// Rules and hashes of passwords. A hash takes a good part of a second of a processor on purpose, so only as many run at once as leave
/// the rest of the service alone.
/// </summary>
internal sealed class Passwords : IDisposable
{
    /// <summary>NIST SP 800-63B: length, and nothing about the mixture.</summary>
    internal const int Shortest = 12;
    internal const int Longest = 128;

    /// <summary>PBKDF2 with HMAC-SHA512, as OWASP's Password Storage Cheat Sheet asks for.</summary>
    private const int Iterations = 210_000;
    private const int MostWaiting = 64;
    private const string OneTimeAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    private readonly PasswordHasher<string> hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = Iterations })
    );
    private readonly ConcurrencyLimiter turns = new(
        new() { PermitLimit = Math.Max(1, Environment.ProcessorCount / 2), QueueLimit = MostWaiting }
    );
    private readonly Lazy<string> ofNobody = new(MakeOfNobody);

    /// <summary>A turn to hash in, to be given back; none when too many wait.</summary>
    internal async Task<IDisposable?> EnterAsync(CancellationToken cancellation)
    {
        var turn = await turns.AcquireAsync(1, cancellation);
        return turn.IsAcquired ? turn : null;
    }

    internal string Hash(string password) => hasher.HashPassword("", password);

    /// <summary>Whether a password is the one of a hash. Without a hash it takes as long, and is not.</summary>
    internal bool Fits(string? hash, string password)
    {
        var compared = hash ?? ofNobody.Value;
        return hasher.VerifyHashedPassword("", compared, password) != PasswordVerificationResult.Failed
            && hash is not null;
    }

    /// <summary>About 79 random bits, easy to read from a screen.</summary>
    internal static string NewOneTime() => RandomNumberGenerator.GetString(OneTimeAlphabet, 16);

    /// <summary>Why a text cannot be the password of an account.</summary>
    internal static IEnumerable<Rejection> Faults(string password, string account, string field)
    {
        if (password.Length is < Shortest or > Longest)
            yield return new(
                RejectionKind.Rule,
                "password-length",
                field,
                $"The password has {password.Length} characters; {Shortest} to {Longest} are wanted, of any kind."
            );
        if (password.Contains(account, StringComparison.OrdinalIgnoreCase))
            yield return new(
                RejectionKind.Rule,
                "password-guessable",
                field,
                $"The password contains the account's name."
            );
    }

    public void Dispose() => turns.Dispose();

    /// <summary>A hash, in the hasher's form, that no password has been hashed to: made without the work of hashing one.</summary>
    private static string MakeOfNobody()
    {
        const int salt = 16;
        const byte version = 1;
        const int sha512 = 2;
        var hash = RandomNumberGenerator.GetBytes(13 + salt + 32);
        hash[0] = version;
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(1), sha512);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(5), Iterations);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(9), salt);
        return Convert.ToBase64String(hash);
    }
}
