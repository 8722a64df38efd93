using System.Text;
using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Meetings;

/// <summary>The minutes of a meeting.</summary>
/// <param name="Meeting">Id of the meeting.</param>
/// <param name="IsSealed">Whether they are sealed; those of an open meeting are as they would be sealed now.</param>
/// <param name="Digest">SHA-256 of the sealed text, or of what would be sealed.</param>
/// <param name="Minutes">What the text says.</param>
/// <param name="Addenda">What was added to them, each with the seal of its own.</param>
internal sealed record MinutesView(
    string Meeting,
    bool IsSealed,
    string Digest,
    JsonElement Minutes,
    IReadOnlyList<Addendum> Addenda
);

/// <summary><c>GET /api/meetings/{meeting}/minutes</c>, and the bytes of what is sealed.</summary>
internal static class GetMinutes
{
    internal static async Task<IResult> GetAsync(
        string meeting,
        MinutesReader reader,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var state = (await reader.HistoryAsync(meeting, cancellation)).ToMeeting(meeting);
        if (state?.Seal is { } seal)
            return Show(http, state, seal.Minutes, isSealed: true);
        var (draft, problem) = await reader.DraftAsync(meeting, chainHead: null, cancellation);
        if (problem is not null)
            return problem.ToResult();
        return draft is null || state is null
            ? NotYet(meeting).ToResult()
            : Show(http, state, draft.Text, isSealed: false);
    }

    /// <summary>To be given to <c>sha256sum</c> as it comes.</summary>
    internal static async Task<IResult> GetSealedAsync(
        string meeting,
        string? addendum,
        MinutesReader reader,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var state = (await reader.HistoryAsync(meeting, cancellation)).ToMeeting(meeting);
        var (text, digest) =
            addendum is null ? (state?.Seal?.Minutes, state?.Seal?.Digest)
            : state?.Addenda.Find(one => $"{one.Number}" == addendum) is { } added ? (added.Sealed, added.Digest)
            : (null, null);
        if (text is null)
            return NotYet(meeting).ToResult();
        var tag = Answers.Tag(digest!);
        if (Answers.Has(http, tag))
            return Answers.NotModified(http, tag);
        http.Response.Headers.ETag = tag;
        return Results.Bytes(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8");
    }

    internal static Problem NotYet(string meeting) =>
        Problem.Unknown($"There is no meeting '{meeting}', or it has no such minutes yet.");

    private static IResult Show(HttpContext http, Meeting meeting, string text, bool isSealed)
    {
        var digest = SealedForm.DigestOf(text);
        return Answers.Json(
            http,
            new MinutesView(
                meeting.Id,
                isSealed,
                isSealed ? meeting.Seal!.Digest : digest,
                JsonElement.Parse(text),
                meeting.Addenda
            ),
            Answers.Tag(digest[..16], meeting.Addenda.Count)
        );
    }
}
