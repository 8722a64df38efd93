using System.Text;
using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Domain.Harmonization;

namespace Coordination.Api.Projections;

/// <summary>
/// A board's answer as bytes. The projection has no clock, so it writes a day that no board has; reading puts the evaluation day
/// in its place, which is as long.
/// </summary>
internal static class BoardBytes
{
    private const string DayFormat = "yyyy-MM-dd";
    private static readonly byte[] Undecided = Encoding.UTF8.GetBytes(
        $"\"asOf\":\"{DateOnly.MinValue.ToString(DayFormat)}\""
    );

    internal static byte[] Undated(StoredBoard board) =>
        JsonSerializer.SerializeToUtf8Bytes(
            BoardMaker.Make(board.Plan, board.Tally, board.Position, DateOnly.MinValue),
            CanonicalJson.Options
        );

    /// <summary>Puts the day into undated bytes, in place.</summary>
    internal static byte[] ForDay(byte[] undated, DateOnly day)
    {
        var at = undated.AsSpan().IndexOf(Undecided);
        Encoding.UTF8.GetBytes($"\"asOf\":\"{day.ToString(DayFormat)}\"", undated.AsSpan(at));
        return undated;
    }
}
