using Coordination.Benchmarks.Contenders;
using Coordination.Benchmarks.Load;
using Coordination.Benchmarks.Report;

namespace Coordination.Benchmarks.Rows;

/// <summary>Reading the board of a plan of 300 programs, and asking whether it has changed.</summary>
internal sealed class BoardRow : IRow
{
    private const int Year = 2023;
    private const int Programs = 300;
    private const string Board = "/api/plans/19-2023/board";

    public string Name => "board";

    public async Task MeasureAsync(Bench bench, Table table)
    {
        var (api, raw) = (await bench.ContenderAsync(ContenderKind.Api), await bench.ContenderAsync(ContenderKind.Raw));
        await Bench.OpenPlanAsync(api, Year);
        var template = await Seeds.NewProgramAsync(api, Bodies.Life);
        await Seeds.CopyAsync(api, template, from: 1_000_000, Programs, _ => Year);
        var bytes = await ShareAsync(api, raw, Board);

        var lanes = await LanesAsync(api, raw);
        await Interleaved.RunAsync(bench.Options, await Ledger.OpenAsync(), lanes);
        var (stored, read, empty, unchanged) = (lanes[0], lanes[1], lanes[2], lanes[3]);
        Compare(
            table,
            $"board of {Programs} programs, {bytes:N0} bytes",
            "the same bytes by `SELECT data`, Kestrel + Npgsql",
            Target.AtLeast(0.6, 0.95),
            read,
            stored
        );
        table.Add(
            "board, `304`",
            "empty endpoint",
            "(aim near)",
            $"{unchanged.Median / empty.Median:0.00}: {unchanged.Shown} to {empty.Shown}",
            $"{unchanged.Accepted:N0} / {empty.Accepted:N0}"
        );
    }

    /// <summary>Gives the raw peer the bytes that the product has answered.</summary>
    internal static async Task<int> ShareAsync(Contender api, Contender raw, string board)
    {
        var reply = await new Call(board).SendAsync(api.Client);
        await raw.Database.ExecuteAsync(
            "insert into view values ($1, $2) on conflict (id) do update set data = excluded.data",
            board.Split('/')[3],
            reply.Text
        );
        var same = await new Call(board).SendAsync(raw.Client);
        return reply.IsAccepted && same.Text == reply.Text
            ? reply.Body.Length
            : throw new InvalidOperationException($"The board is answered {reply.Status}, or the peer's differs.");
    }

    private static async Task<Lane[]> LanesAsync(Contender api, Contender raw)
    {
        using var shown = await api.Client.GetAsync(new Uri(Board, UriKind.Relative));
        Call known = new(Board, Header: "If-None-Match", Value: shown.Headers.ETag!.ToString());
        var reply = await known.SendAsync(api.Client);
        if (reply.Status != 304)
            throw new InvalidOperationException($"The board's own tag is answered {reply.Status}.");
        (Call board, Call empty) = (new(Board), new("/empty"));
        return
        [
            new("raw board", raw, () => board),
            new("board", api, () => board),
            new("empty", raw, () => empty),
            new("board 304", api, () => known),
        ];
    }

    private static void Compare(Table table, string what, string with, Target target, Lane one, Lane other)
    {
        var ratio = one.Median / other.Median;
        var n = $"{one.Accepted:N0} / {other.Accepted:N0}";
        table.Add(what, with, target, ratio, $"{ratio:0.00}: {one.Shown} to {other.Shown}", n);
    }
}
