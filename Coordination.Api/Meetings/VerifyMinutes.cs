using System.Text.Json;
using Coordination.Api.EventChain;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain.Meetings;
using PrintedHead = Coordination.Domain.Meetings.ChainHead;

namespace Coordination.Api.Meetings;

/// <summary>What a verification of sealed minutes has found.</summary>
/// <param name="Meeting">Id of the meeting.</param>
/// <param name="Holds">Whether every seal fits its text, the minutes tell what the stored events tell, and their chain goes on from their head.</param>
/// <param name="Minutes">The seal of the minutes.</param>
/// <param name="Addenda">The seals of what was added, each of which names the one before.</param>
/// <param name="Differences">Where what was sealed and what the stored events tell are apart.</param>
/// <param name="Chain">Whether the chain of events still has the head that the minutes print; none where they print none.</param>
internal sealed record MinutesVerification(
    string Meeting,
    bool Holds,
    SealVerification Minutes,
    IReadOnlyList<SealVerification> Addenda,
    IReadOnlyList<MinutesDifference> Differences,
    HeadVerification? Chain
);

/// <summary>
/// Whether the chain of events still has a head. The events that it vouches for are read by <c>GET /api/audit/verification?head=…</c>.
/// </summary>
/// <param name="Head">The head, as it is asked for there: <c>12:9f86d0…</c>.</param>
/// <param name="Holds">Whether the chain has it.</param>
/// <param name="Detail">What is wrong, as a whole sentence; none where nothing is.</param>
internal sealed record HeadVerification(string Head, bool Holds, string? Detail);

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
    internal static async Task<IResult> GetAsync(
        string meeting,
        MinutesReader reader,
        ChainVerifier chain,
        CancellationToken cancellation
    )
    {
        var history = await reader.HistoryAsync(meeting, cancellation);
        return history.ToMeeting(meeting) is { Seal: not null } state
            ? Results.Json(await VerifyAsync(state, history, reader, chain, cancellation), CanonicalJson.Options)
            : GetMinutes.NotYet(meeting).ToResult();
    }

    internal static async Task<MinutesVerification> VerifyAsync(
        Meeting meeting,
        List<StoredEvent> history,
        MinutesReader reader,
        ChainVerifier chain,
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
        var head = await VerifyHeadAsync(seal.Minutes, chain, cancellation);
        return new(
            meeting.Id,
            minutes.Holds
                && addenda.TrueForAll(one => one.Holds)
                && differences.Count == 0
                && head is not { Holds: false },
            minutes,
            addenda,
            differences,
            head
        );
    }

    private static async Task<HeadVerification?> VerifyHeadAsync(
        string minutes,
        ChainVerifier chain,
        CancellationToken cancellation
    )
    {
        PrintedHead? printed;
        try
        {
            printed = HeadOf(JsonElement.Parse(minutes));
        }
        catch (JsonException)
        {
            // A text that was changed to be none: its digest says so.
            return null;
        }
        if (printed is null)
            return null;
        var head = $"{printed.Batch}:{printed.Digest}";
        var detail = KeptHead.Parse(head) is { } kept
            ? (await chain.FaultOfAsync(kept, cancellation))?.Detail
            : KeptHead.Fault(head);
        return new(head, detail is null, detail);
    }

    /// <summary>Where the chain stood when the minutes were sealed, as they print it.</summary>
    private static PrintedHead? HeadOf(JsonElement minutes) =>
        minutes.TryGetProperty("chainHead", out var head) ? head.Deserialize<PrintedHead>(CanonicalJson.Options) : null;

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
            var told = await reader.MakeAsync(
                before.ToMeeting(meeting.Id)!,
                before,
                meeting.Seal.Point,
                HeadOf(sealedText),
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
