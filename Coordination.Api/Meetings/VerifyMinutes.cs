using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Meetings;

/// <summary>What a verification of sealed minutes has found.</summary>
/// <param name="Meeting">Id of the meeting.</param>
/// <param name="Holds">Whether every seal fits its text, and the minutes tell what the stored events tell.</param>
/// <param name="Minutes">The seal of the minutes.</param>
/// <param name="Addenda">The seals of what was added, each of which names the one before.</param>
/// <param name="Differences">Where what was sealed and what the stored events tell are apart.</param>
internal sealed record MinutesVerification(
    string Meeting,
    bool Holds,
    SealVerification Minutes,
    IReadOnlyList<SealVerification> Addenda,
    IReadOnlyList<MinutesDifference> Differences
);

/// <summary>Whether a seal fits its text.</summary>
/// <param name="Digest">As it was sealed.</param>
/// <param name="Recomputed">Of the text that is stored.</param>
/// <param name="Holds">Whether both are the same, and the text says what it should.</param>
internal sealed record SealVerification(string Digest, string Recomputed, bool Holds);

/// <summary>A member in which what was sealed and what the stored events tell are apart.</summary>
/// <param name="Path">Which member: <c>decisions[0].decision.reason</c>.</param>
/// <param name="Sealed">What was sealed; none where nothing was.</param>
/// <param name="Stored">What the stored events tell; none where they tell nothing.</param>
internal sealed record MinutesDifference(string Path, JsonElement? Sealed, JsonElement? Stored);

/// <summary><c>GET /api/meetings/{meeting}/minutes/verification</c>: makes the minutes once more from the stored events.</summary>
internal static class VerifyMinutes
{
    internal static async Task<IResult> GetAsync(string meeting, MinutesReader reader, CancellationToken cancellation)
    {
        var history = await reader.HistoryAsync(meeting, cancellation);
        return history.ToMeeting(meeting) is { Seal: not null } state
            ? Results.Json(await VerifyAsync(state, history, reader, cancellation), CanonicalJson.Options)
            : GetMinutes.NotYet(meeting).ToResult();
    }

    internal static async Task<MinutesVerification> VerifyAsync(
        Meeting meeting,
        List<StoredEvent> history,
        MinutesReader reader,
        CancellationToken cancellation
    )
    {
        var seal = meeting.Seal!;
        var recomputed = SealedForm.DigestOf(seal.Minutes);
        var addenda = meeting
            .Addenda.Select(one =>
                Verify(one.Digest, one.Sealed, SealedForm.OfAddendum(meeting, one.Number, one.Text, one.SealedOn))
            )
            .ToList();
        var differences = await DifferencesAsync(meeting, history, reader, cancellation);
        var minutes = new SealVerification(seal.Digest, recomputed, seal.Digest == recomputed);
        return new(
            meeting.Id,
            minutes.Holds && addenda.TrueForAll(one => one.Holds) && differences.Count == 0,
            minutes,
            addenda,
            differences
        );
    }

    private static SealVerification Verify(string digest, string text, string told) =>
        new(digest, SealedForm.DigestOf(text), digest == SealedForm.DigestOf(text) && text == told);

    private static async Task<IReadOnlyList<MinutesDifference>> DifferencesAsync(
        Meeting meeting,
        List<StoredEvent> history,
        MinutesReader reader,
        CancellationToken cancellation
    )
    {
        var before = history.TakeWhile(stored => stored.Data is not MeetingClosed).ToList();
        try
        {
            var sealedText = JsonElement.Parse(meeting.Seal!.Minutes);
            var head = sealedText.TryGetProperty("chainHead", out var chain)
                ? chain.Deserialize<ChainHead>(CanonicalJson.Options)
                : null;
            var told = await reader.MakeAsync(
                before.ToMeeting(meeting.Id)!,
                before,
                meeting.Seal.Point,
                head,
                cancellation
            );
            return [.. JsonDifference.Of(sealedText, JsonElement.Parse(MinutesReader.TextOf(told)))];
        }
        // Events that were changed behind the system's back may not fold, nor a text that was changed be JSON.
        catch (Exception unfoldable)
            when (unfoldable is InvalidOperationException or JsonException or KeyNotFoundException or ArgumentException)
        {
            return [new("", null, JsonSerializer.SerializeToElement($"They cannot be made: {unfoldable.Message}"))];
        }
    }
}
