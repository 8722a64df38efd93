using System.Collections.Concurrent;
using Marten;

namespace Coordination.Api.Security;

/// <summary>
/// Who holds which token, remembered for a short time: a request with a live token costs no reading. What this node ends is forgotten at
/// once; what another node ends is forgotten within <see cref="Remembered"/>.
/// </summary>
internal sealed class LiveTokens(IDocumentStore store, TimeProvider clock)
{
    internal static readonly TimeSpan Remembered = TimeSpan.FromSeconds(15);
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, Look> looks = new(StringComparer.Ordinal);

    internal async ValueTask<Caller?> FindAsync(string token, TokenUse use)
    {
        if (AccessToken.IdOf(token, use) is not { } id)
            return null;
        var look = looks.GetValueOrDefault(id);
        if (look is null || clock.GetElapsedTime(look.At) > Remembered)
            look = Renew(id, look);
        try
        {
            if (await look.Holder.Value is { } holder)
                return holder.ExpiresAt > clock.GetUtcNow() ? holder.Caller : null;
            looks.TryRemove(new(id, look));
            return null;
        }
        catch
        {
            looks.TryRemove(new(id, look));
            throw;
        }
    }

    /// <summary>Gives a session to an account that a provider has just vouched for.</summary>
    internal async Task<string> GiveAsync(Caller caller, CancellationToken cancellation)
    {
        var (now, account) = (clock.GetUtcNow(), caller.Account);
        var (token, kept) = AccessToken.New(account, TokenUse.PageOfProvider, now);
        await using var session = store.LightweightSession();
        session.DeleteWhere<AccessToken>(old => old.Account == account && old.ExpiresAt < now);
        session.Insert(kept with { ExpiresAt = now + AccessToken.LifetimeOfProvider, Roles = caller.Roles });
        await session.SaveChangesAsync(cancellation);
        return token;
    }

    /// <summary>Ends a token, here at once.</summary>
    internal async Task EndAsync(string token, TokenUse use, string account, CancellationToken cancellation)
    {
        if (AccessToken.IdOf(token, use) is not { } id)
            return;
        await using var session = store.LightweightSession();
        session.Delete<AccessToken>(id);
        await session.SaveChangesAsync(cancellation);
        Forget(account);
    }

    /// <summary>Forgets the tokens of an account, and what is being read meanwhile.</summary>
    internal void Forget(string account)
    {
        foreach (var entry in looks)
            if (
                !entry.Value.Holder.IsValueCreated
                || entry.Value.Holder.Value is not { IsCompletedSuccessfully: true, Result: var holder }
                || holder?.Caller.Account == account
            )
                looks.TryRemove(entry);
    }

    /// <summary>Many requests that come at once read once.</summary>
    private Look Renew(string id, Look? old)
    {
        if (looks.Count >= Most)
            looks.Clear();
        var look = new Look(clock.GetTimestamp(), new(() => ReadAsync(id)));
        return looks.AddOrUpdate(id, look, (_, present) => present == old ? look : present);
    }

    private async Task<Holder?> ReadAsync(string id)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<AccessToken>(id) is not { } kept)
            return null;
        if (kept.Roles is { } roles)
            return new(new(kept.Account, roles), kept.ExpiresAt);
        return await session.LoadAsync<Account>(kept.Account) is { IsActive: true } account
            ? new(account.ToCaller(), kept.ExpiresAt)
            : null;
    }

    private sealed record Look(long At, Lazy<Task<Holder?>> Holder);

    private sealed record Holder(Caller Caller, DateTimeOffset ExpiresAt);
}
