using System.Security.Cryptography;
using Coordination.Api.EventStore;
using Coordination.Api.Tables;
using Npgsql;

namespace Coordination.Api.Programs;

/// <summary>
/// Keeps a file between its check and the decision to carry it out, so that it goes up a slow line once: in the database, since another
/// node may be asked next. An account has at most one for each plan, for an hour; what is carried out is the very file that was
/// checked, by its digest.
/// </summary>
internal sealed class WaitingFiles(NpgsqlDataSource dataSource)
{
    private const string KeptFor = "1 hour";

    /// <summary>Keeps a file in the place of the one before, and gives its digest.</summary>
    internal async Task<string> KeepAsync(
        string account,
        string plan,
        string name,
        UploadedFile file,
        CancellationToken cancellation
    )
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
        await using var batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(new($"delete from {StoreTables.WaitingFiles} where at < now() - interval '{KeptFor}'"));
        batch.BatchCommands.Add(
            new(
                $"""
                insert into {StoreTables.WaitingFiles} (account, plan, digest, name, bytes, at) values ($1, $2, $3, $4, $5, now())
                on conflict (account, plan) do update set digest = $3, name = $4, bytes = $5, at = now()
                """
            )
            {
                Parameters =
                {
                    new() { Value = account },
                    new() { Value = plan },
                    new() { Value = digest },
                    new() { Value = name },
                    new() { Value = file.Bytes },
                },
            }
        );
        await batch.ExecuteNonQueryAsync(cancellation);
        return digest;
    }

    /// <summary>The file that was checked; none when another has taken its place, or its hour is over.</summary>
    internal async Task<(string Name, UploadedFile File)?> FindAsync(
        string account,
        string plan,
        string digest,
        CancellationToken cancellation
    )
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select name, bytes from {StoreTables.WaitingFiles}
            where account = $1 and plan = $2 and digest = $3 and at >= now() - interval '{KeptFor}'
            """
        );
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = plan });
        command.Parameters.Add(new() { Value = digest });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (reader.GetString(0), UploadedFile.Of(reader.GetFieldValue<byte[]>(1)))
            : null;
    }
}
