using System.Text;
using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;

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

    internal static string Undated(Plan plan, Tally tally, long position) =>
        JsonSerializer.Serialize(BoardMaker.Make(plan, tally, position, DateOnly.MinValue), CanonicalJson.Options);

    internal static byte[] ForDay(string undated, DateOnly day)
    {
        var bytes = Encoding.UTF8.GetBytes(undated);
        var at = bytes.AsSpan().IndexOf(Undecided);
        Encoding.UTF8.GetBytes($"\"asOf\":\"{day.ToString(DayFormat)}\"", bytes.AsSpan(at));
        return bytes;
    }
}
