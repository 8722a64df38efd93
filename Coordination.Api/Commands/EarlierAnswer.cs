using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Domain;
using Coordination.Domain.Harmonization.Findings;
using Marten;
using Npgsql;

namespace Coordination.Api.Commands;

/// <summary>
/// The answer that an idempotency key has already got. It names stream and version, from which the same answer is folded again.
/// </summary>
internal sealed record EarlierAnswer(
    bool IsSameBody,
    string Stream,
    long Version,
    int Status,
    IReadOnlyList<Warning> Warnings,
    IReadOnlyList<Finding>? Raised
)
{
    internal const string KeptFor = "7 days";

    /// <summary>
    /// Claims the key, or finds its answer. A parallel twin waits here, on the row of the first, and then sees its answer.
    /// A refused command rolls back and leaves no claim.
    /// </summary>
    internal static void AddClaim(NpgsqlBatch batch, string id, byte[] body)
    {
        batch.BatchCommands.Add(
            new(
                $"""
                insert into {StoreTables.AnsweredRequests} as answered (id, body, at) values ($1, $2, now())
                on conflict (id) do update set body = $2, at = now(), stream = null
                where answered.at < now() - interval '{KeptFor}'
                """
            )
            {
                Parameters =
                {
                    new() { Value = id },
                    new() { Value = body },
                },
            }
        );
        batch.BatchCommands.Add(
            new(
                $"select body = $2, stream, version, status, warnings, coalesce(raised, 'null') from {StoreTables.AnsweredRequests} where id = $1"
            )
            {
                Parameters =
                {
                    new() { Value = id },
                    new() { Value = body },
                },
            }
        );
    }

    /// <summary>Reads the answer, or none when the key is now claimed by this request; leaves the reader at the next result.</summary>
    internal static async Task<EarlierAnswer?> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        await reader.ReadAsync(cancellation);
        var isFresh = await reader.IsDBNullAsync(1, cancellation);
        var answer = isFresh
            ? null
            : new EarlierAnswer(
                reader.GetBoolean(0),
                reader.GetString(1),
                reader.GetInt64(2),
                reader.GetInt32(3),
                JsonSerializer.Deserialize<List<Warning>>(reader.GetString(4), CanonicalJson.Options)!,
                JsonSerializer.Deserialize<List<Finding>?>(reader.GetString(5), CanonicalJson.Options)
            );
        await reader.NextResultAsync(cancellation);
        return answer;
    }

    /// <summary>Writes the answer in the transaction of the events.</summary>
    internal static void Queue<TState>(IDocumentSession session, string id, string stream, Accepted<TState> accepted)
        where TState : class =>
        session.QueueSqlCommand(
            $"update {StoreTables.AnsweredRequests} set stream = ?, version = ?, status = ?, warnings = ?::jsonb, raised = ?::jsonb where id = ?",
            stream,
            accepted.Version,
            accepted.IsCreated ? StatusCodes.Status201Created : StatusCodes.Status200OK,
            JsonSerializer.Serialize(accepted.Warnings, CanonicalJson.Options),
            JsonSerializer.Serialize(accepted.Raised, CanonicalJson.Options),
            id
        );
}
