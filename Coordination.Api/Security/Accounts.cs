using Marten;
using Npgsql;

namespace Coordination.Api.Security;

/// <summary>What came of changing an account.</summary>
internal enum AccountChange
{
    Done,
    LostRace,
    LastAdmin,
}

/// <summary>The accounts of this service and the tokens they have been given.</summary>
internal sealed class Accounts(NpgsqlDataSource dataSource, IDocumentStore store, LiveTokens live, TimeProvider clock)
{
    /// <summary>"sela": changes of accounts take turns by this lock, on all nodes.</summary>
    private const int Lock = 0x73656C61;

    internal async Task<Account?> FindAsync(string name, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Account>(name, cancellation);
    }

    internal async Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var all = await session.Query<Account>().ToListAsync(cancellation);
        return [.. all.OrderBy(account => account.Id, StringComparer.Ordinal)];
    }

    /// <summary>Adds an account, or answers that its name is taken.</summary>
    internal Task<bool> TryAddAsync(Account account, CancellationToken cancellation) =>
        InTurnAsync(
            async session =>
            {
                if (await session.LoadAsync<Account>(account.Id, cancellation) is not null)
                    return false;
                session.Insert(account);
                return true;
            },
            cancellation
        );

    /// <summary>Changes an account that is still as it was read, and ends its tokens; not when no admin of all would be left.</summary>
    internal async Task<AccountChange> TryChangeAsync(Account before, Account after, CancellationToken cancellation)
    {
        var change = await InTurnAsync(
            async session =>
            {
                if (!before.IsSame(await session.LoadAsync<Account>(before.Id, cancellation)))
                    return AccountChange.LostRace;
                if (
                    before.IsAdminOfAll
                    && !after.IsAdminOfAll
                    && !await IsOtherAdminAsync(session, before, cancellation)
                )
                    return AccountChange.LastAdmin;
                session.Store(after);
                session.DeleteWhere<AccessToken>(token => token.Account == before.Id);
                return AccountChange.Done;
            },
            cancellation
        );
        live.Forget(before.Id);
        return change;
    }

    /// <summary>Gives a token to an account that is still as it was read; those that have ended are deleted.</summary>
    internal Task<SignedIn?> GiveTokenAsync(Account account, TokenUse use, CancellationToken cancellation) =>
        InTurnAsync(
            async session =>
            {
                if (!account.IsSame(await session.LoadAsync<Account>(account.Id, cancellation)))
                    return null;
                var now = clock.GetUtcNow();
                var (token, kept) = AccessToken.New(account.Id, use, now);
                session.DeleteWhere<AccessToken>(old => old.Account == account.Id && old.ExpiresAt < now);
                session.Insert(kept);
                return new SignedIn(token, kept.ExpiresAt, account.MustChangePassword);
            },
            cancellation
        );

    private static async Task<bool> IsOtherAdminAsync(
        IDocumentSession session,
        Account one,
        CancellationToken cancellation
    ) =>
        (await session.Query<Account>().ToListAsync(cancellation)).Any(other =>
            other.Id != one.Id && other.IsAdminOfAll
        );

    private async Task<T> InTurnAsync<T>(Func<IDocumentSession, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var turn = new NpgsqlCommand($"select pg_advisory_xact_lock({Lock})", connection, transaction))
            await turn.ExecuteNonQueryAsync(cancellation);
        await using var session = store.LightweightSession(
            Marten.Services.SessionOptions.ForTransaction(transaction, shouldAutoCommit: true)
        );
        var result = await work(session);
        await session.SaveChangesAsync(cancellation);
        return result;
    }
}
