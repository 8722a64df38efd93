using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.ExamplePlan;
using Coordination.Api.Security;
using Npgsql;

namespace Coordination.Tests.Api;

/// <summary>Accounts that tests are signed in as without a password: account and token are written as the service keeps them.</summary>
internal static class TestAccount
{
    /// <summary>One that may do all that any government's people may; what rights forbid is tested apart.</summary>
    internal static readonly Account Everyone = Of("tester", ExampleCommands.Caller.Roles);

    /// <summary>The token of <see cref="Everyone"/>.</summary>
    internal static readonly string Token = TokenOf(Everyone.Id);

    /// <summary>A known first account, and no limits that a test of something else would run into.</summary>
    internal static readonly IReadOnlyList<(string Key, string Value)> Settings =
    [
        ("COORDINATION_ADMIN_PASSWORD", AdminPassword),
        ("Coordination:Limits:CommandsPerSecond", "100000"),
        ("Coordination:Limits:ReadsPerSecond", "100000"),
    ];

    internal const string AdminPassword = "benar kuda baterai staples";

    internal static Account Of(string name, IReadOnlyList<RoleGrant> roles) => new(name, name, roles, "", false);

    /// <summary>The token that <see cref="AddAsync(string, Account, DateTimeOffset?)"/> gives an account.</summary>
    internal static string TokenOf(string name) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(name)));

    internal static Task AddAsync(string connectionString) => AddAsync(connectionString, Everyone);

    internal static async Task AddAsync(string connectionString, Account account, DateTimeOffset? expiresAt = null)
    {
        var token = new AccessToken(
            AccessToken.IdOf(TokenOf(account.Id), TokenUse.Api)!,
            account.Id,
            expiresAt ?? DateTimeOffset.UtcNow.AddDays(1)
        );
        // Not a pooled one: the server may have been killed since.
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync();
        foreach (
            var (table, id, document) in new (string, string, object)[]
            {
                ("mt_doc_account", account.Id, account),
                ("mt_doc_accesstoken", token.Id, token),
            }
        )
        {
            await using var command = new NpgsqlCommand(
                $"insert into coordination.{table} (id, data) values ($1, $2::jsonb) on conflict do nothing",
                connection
            );
            command.Parameters.Add(new() { Value = id });
            command.Parameters.Add(
                new() { Value = JsonSerializer.Serialize(document, document.GetType(), CanonicalJson.Options) }
            );
            await command.ExecuteNonQueryAsync();
        }
    }
}
