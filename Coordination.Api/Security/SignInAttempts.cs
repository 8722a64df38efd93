using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Coordination.Api.EventStore;
using Npgsql;

namespace Coordination.Api.Security;

/// <summary>
/// Bounds guessing: by account in the database, for all nodes, and by address here. An attempt counts before its password is looked at,
/// so that many at once are counted like many in a row.
/// </summary>
internal sealed class SignInAttempts(NpgsqlDataSource dataSource) : IDisposable
{
    internal const string Table = $"{StoreSetup.Schema}.sign_in_attempt";

    /// <summary>So many failures in a row, and the account is blocked for a time.</summary>
    internal const int MostOfAccount = 10;
    internal static readonly TimeSpan Block = TimeSpan.FromMinutes(15);

    /// <summary>An office behind one address may mistype so often; afterwards one more attempt each ten seconds.</summary>
    private const int MostOfAddress = 30;
    private static readonly TimeSpan AddressPause = TimeSpan.FromSeconds(10);

    private readonly PartitionedRateLimiter<IPAddress?> addresses = PartitionedRateLimiter.Create<
        IPAddress?,
        IPAddress
    >(address =>
        RateLimitPartition.GetTokenBucketLimiter(
            NetworkOf(address),
            _ =>
                new()
                {
                    TokenLimit = MostOfAddress,
                    TokensPerPeriod = 1,
                    ReplenishmentPeriod = AddressPause,
                }
        )
    );

    /// <summary>How long an address that has failed too often has to wait; none when it need not.</summary>
    internal TimeSpan? PauseOf(IPAddress? address) =>
        addresses.GetStatistics(address) is { CurrentAvailablePermits: < 1 } ? AddressPause : null;

    internal void NoteFailure(IPAddress? address) => addresses.AttemptAcquire(address).Dispose();

    /// <summary>Counts an attempt on an account; answers whether it may be made.</summary>
    internal async Task<bool> TryAsync(string account, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            insert into {Table} as made (account, count, last) values ($1, 1, now())
            on conflict (account) do update
            set count = case when made.last < now() - $3 then 1 else made.count + 1 end, last = now()
            where made.count < $2 or made.last < now() - $3
            returning count
            """
        );
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = MostOfAccount });
        command.Parameters.Add(new() { Value = Block });
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }

    internal async Task ForgetAsync(string account, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand($"delete from {Table} where account = $1");
        command.Parameters.Add(new() { Value = account });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public void Dispose() => addresses.Dispose();

    /// <summary>Whoever has an IPv6 address has 2⁶⁴ of them.</summary>
    private static IPAddress NetworkOf(IPAddress? address)
    {
        if (address is null)
            return IPAddress.None;
        if (address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new(bytes);
    }
}
