using Coordination.Domain.Harmonization;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.Boards;

/// <summary>What a board says, in one sentence each.</summary>
internal static class BoardSentences
{
    /// <summary>Whether the plan's target is met, and if not, who is farthest from it.</summary>
    internal static string Finding(Board board, Language language)
    {
        var target = language.Percent(board.Plan.Target.Rate);
        if (board.Totals.Active == 0)
            return language["board.finding.none"];
        if (board.Implementation.Rate is not { } rate)
            return language["board.finding.no-rate"];
        if (board.Implementation.Met)
            return language["board.finding.met", board.Governments.Count, target, language.Percent(rate)];
        var lowest = board.Governments.Single(row => row.Code == board.Implementation.Lowest);
        return language[
            "board.finding.missed",
            Missing(board),
            board.Governments.Count,
            target,
            lowest.Name,
            language.Percent(lowest.Implementation.Rate!.Value),
            language.Percent(rate)
        ];
    }

    /// <summary>Title of the implementation chart.</summary>
    internal static string Implementation(Board board, Language language) =>
        board.Implementation.Met
            ? language["board.implementation.met", board.Governments.Count, language.Percent(board.Plan.Target.Rate)]
            : language[
                "board.implementation.missed",
                board.Governments.Count - Missing(board),
                board.Governments.Count,
                language.Percent(board.Plan.Target.Rate)
            ];

    /// <summary>Title of the heat map.</summary>
    internal static string Cells(Board board, Language language)
    {
        var (gaps, blocked) = (Count(board, CellState.Gap), Count(board, CellState.Blocked));
        return language["board.cells.title", Count(board, CellState.Done), board.Cells.Count, blocked, gaps];
    }

    internal static string Funding(Board board, Language language) =>
        board.Totals.FundingGap > 0
            ? language["board.funding.gap", language.Money(board.Totals.FundingGap)]
            : language["board.funding.full"];

    internal static string Apbn(Board board, Language language) =>
        board.Totals.Apbn.Requested > 0
            ? language[
                "board.apbn.share",
                language.Money(board.Totals.Apbn.Granted),
                language.Money(board.Totals.Apbn.Requested)
            ]
            : language["board.apbn.none"];

    /// <summary>A government's name, as short as a column needs it.</summary>
    internal static string ShortName(GovernmentRow row, Language language) =>
        Government.Find(row.Code)?.Tier == GovernmentTier.Province
            ? language["province"]
            : row.Name.Replace("Kabupaten ", "Kab. ", StringComparison.Ordinal);

    internal static string NameOf(string priority, Language language) =>
        Priority.Find(priority) is { } known ? language.NameOf(known) : priority;

    private static int Missing(Board board) => board.Governments.Count(row => !row.Implementation.Met);

    private static int Count(Board board, CellState state) => board.Cells.Count(cell => cell.State == state);
}
