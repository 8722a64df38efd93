using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain.Harmonization;
using Npgsql;

namespace Coordination.Tests.Faults;

/// <summary>Holds the views against a fold from scratch, and their money against the events' own.</summary>
internal sealed class ViewLedger(NpgsqlDataSource dataSource, ApiProcess api)
{
    private const string Plan = "19-2024";

    internal async Task CheckAsync()
    {
        var events = await new EventReader(dataSource).PlanAsync(Plan, long.MaxValue, default);
        using var answer = await api.Client.GetAsync(
            $"/api/plans/{Plan}/board?atLeast={events[^1].Position}",
            TestContext.Current.CancellationToken
        );
        var live = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, live);
        var board = JsonSerializer.Deserialize<Board>(live, CanonicalJson.Options)!;

        CheckBoard(live, board.AsOf, events);
        await CheckProgramsAsync(events);
        await CheckMoneyAsync(board);
    }

    private static void CheckBoard(string live, DateOnly day, List<StoredEvent> events)
    {
        Assert.Equal(System.Text.Encoding.UTF8.GetString(Answers.ToBytes(Boards.Fold(events, day))), live);
    }

    private async Task CheckProgramsAsync(List<StoredEvent> events)
    {
        var expected = events
            .ToPrograms()
            .ToDictionary(
                program => program.Key,
                program =>
                {
                    var last = events.Last(stored => stored.Stream == program.Key);
                    return Json.Of(new StoredProgram(program.Key, last.Position, last.Version, program.Value));
                },
                StringComparer.Ordinal
            );
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = dataSource.CreateCommand("select id, data from coordination.mt_doc_storedprogram");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            stored[reader.GetString(0)] = Json.Of(
                JsonSerializer.Deserialize<StoredProgram>(reader.GetString(1), CanonicalJson.Options)!
            );
        Assert.Equal(expected, stored);
    }

    /// <summary>The same sums by SQL on the events, which knows nothing of the folds.</summary>
    private async Task CheckMoneyAsync(Board board)
    {
        var paid = await SumAsync(
            "select sum((data->>'amount')::numeric) from coordination.mt_events where type = 'funds_realised'"
        );
        var allocated = await SumAsync(
            """
            select sum(amount) from (
                select distinct on (stream_id, data->>'line') (data->>'amount')::numeric as amount
                from coordination.mt_events where type = 'program_budgeted'
                order by stream_id, data->>'line', version desc) lines
            """
        );
        Assert.Equal((paid, allocated), (board.Totals.Realised, board.Totals.Funded));
    }

    private async Task<decimal> SumAsync(string sql)
    {
        await using var command = dataSource.CreateCommand(sql);
        return (decimal)(await command.ExecuteScalarAsync())!;
    }
}
