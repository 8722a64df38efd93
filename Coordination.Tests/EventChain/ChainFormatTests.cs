using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Coordination.Api.EventChain;
using Npgsql;

namespace Coordination.Tests.EventChain;

/// <summary>The format as docs/audit-chain.md has it, written down a second time: another hand must come to the same digests.</summary>
public sealed class ChainFormatTests(ChainDatabase database) : IClassFixture<ChainDatabase>
{
    [Fact]
    public async Task Digests_are_those_of_the_document()
    {
        await database.ResetAsync();
        await database.RecordAsync(20);
        await database.ExecuteAsync(
            @"update coordination.mt_events set bdata = '\x0001ff', is_archived = null, tenant_id = null where seq_id = 9"
        );
        await database.ChainAsync();

        var entries = new List<byte>();
        await using var command = database.DataSource.CreateCommand(
            """
            select seq_id, id, version, timestamp, is_archived, stream_id, type, mt_dotnet_type, tenant_id, user_name,
                correlation_id, headers::text, data::text, bdata
            from coordination.mt_events order by seq_id
            """
        );
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            entries.AddRange(Number(reader.GetInt64(0)));
            entries.AddRange(SHA256.HashData(Bytes(reader)));
        }
        var genesis = SHA256.HashData(Encoding.ASCII.GetBytes("Selaras event chain 1"));
        var digest = SHA256.HashData([.. genesis, .. Number(1), .. entries]);

        Assert.Equal(entries, await database.ReadAsync<byte[]>("select entries from coordination.event_chain"));
        Assert.Equal(digest, await database.ReadAsync<byte[]>("select digest from coordination.event_chain"));
    }

    /// <summary>A PostgreSQL that writes a value otherwise would make every event of before look changed.</summary>
    [Fact]
    public async Task The_digest_of_one_event_is_this_for_ever()
    {
        await database.ResetAsync();
        await database.ExecuteAsync(
            """
            insert into coordination.mt_streams (id, type, version) values ('19.05-2024-7KQ2M', 'spbe_program', 3);
            insert into coordination.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id,
                mt_dotnet_type, correlation_id, headers, user_name, is_archived)
            values (12, '01890a5d-ac96-774b-bcce-b302099a8057', '19.05-2024-7KQ2M', 3,
                '{"plan": "19-2024", "percent": 12.50, "note": "Kabel \"laut\" — é\u0007", "evidence": null, "list": [1, true, {"b": 1, "aa": 2, "a": 3}]}',
                'progress_reported', '2024-06-30 02:03:04.567891+00', '*DEFAULT*', 'X, Y', null,
                '{"role": "planner", "government": "19.05"}', 'tester', false);
            select nextval('coordination.mt_events_sequence');
            """
        );
        var digest = await database.ReadAsync<string>(
            $"select encode({EventDigest.Sql}, 'hex') from coordination.mt_events"
        );
        Assert.Equal("6607646f59bee8709b84bd83b35704dc5d4e471b583f82067aff44b8e0db1f2c", digest);
    }

    [Theory]
    [InlineData("0:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("1:000")]
    [InlineData("1")]
    [InlineData("-1:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("1:z000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("")]
    public void What_is_no_head_is_not_taken_for_one(string text) => Assert.Null(KeptHead.Parse(text));

    [Fact]
    public void A_head_is_read_as_it_is_printed()
    {
        var head = new ChainHead(12, Convert.ToHexStringLower(SHA256.HashData([])), 900);
        Assert.Equal(new(12, head.Digest), KeptHead.Parse(head.ToString()));
        Assert.Equal(new(12, head.Digest), KeptHead.Parse($" {head.ToString().ToUpperInvariant()}\n"));
    }

    private static byte[] Bytes(NpgsqlDataReader row)
    {
        var bytes = new List<byte>();
        bytes.AddRange(row.GetGuid(1).ToByteArray(bigEndian: true));
        bytes.AddRange(Number(row.GetInt64(2)));
        var since = row.GetDateTime(3) - new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        bytes.AddRange(Number(since.Ticks / TimeSpan.TicksPerMicrosecond));
        bytes.Add(
            row.IsDBNull(4) ? (byte)255
            : row.GetBoolean(4) ? (byte)1
            : (byte)0
        );
        for (var column = 5; column <= 12; column++)
        {
            bytes.AddRange(row.IsDBNull(column) ? [255] : Encoding.UTF8.GetBytes(row.GetString(column)));
            bytes.Add(0);
        }
        var binary = row.IsDBNull(13) ? null : row.GetFieldValue<byte[]>(13);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, binary?.Length ?? -1);
        bytes.AddRange([.. length, .. binary ?? []]);
        return [.. bytes];
    }

    private static byte[] Number(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
