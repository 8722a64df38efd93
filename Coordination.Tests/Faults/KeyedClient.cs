using System.Net;
using System.Text;
using Coordination.Tests.Api;

namespace Coordination.Tests.Faults;

internal enum AnswerKind
{
    Acknowledged,
    Unavailable,
    LostRace,

    /// <summary>Nobody knows what became of the request.</summary>
    None,
    Unexpected,
}

/// <summary>What came back for one request.</summary>
internal sealed record KeyedAnswer(AnswerKind Kind, int Status, string Text);

/// <summary>One client with connections of its own, which goes to the next node when one fails it.</summary>
internal sealed class KeyedClient(IReadOnlyList<Uri> nodes, int firstNode, TimeSpan answerTime) : IDisposable
{
    private readonly HttpClient http = new()
    {
        Timeout = answerTime,
        DefaultRequestHeaders = { Authorization = new("Bearer", TestAccount.Token) },
    };
    private int node = firstNode;

    internal void GoToNextNode() => node++;

    internal async Task<KeyedAnswer> SendAsync(KeyedCommand command)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(nodes[node % nodes.Count], command.Path))
        {
            Content = new StringContent(command.Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", command.Key);
        try
        {
            using var response = await http.SendAsync(request);
            return Read(response, await response.Content.ReadAsStringAsync());
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
        {
            return new(AnswerKind.None, 0, lost.Message);
        }
    }

    public void Dispose() => http.Dispose();

    private static KeyedAnswer Read(HttpResponseMessage response, string text)
    {
        var kind = response.StatusCode switch
        {
            HttpStatusCode.OK or HttpStatusCode.Created => AnswerKind.Acknowledged,
            HttpStatusCode.ServiceUnavailable when response.Headers.RetryAfter is not null => AnswerKind.Unavailable,
            HttpStatusCode.Conflict when text.Contains("problem:lost-race", StringComparison.Ordinal) =>
                AnswerKind.LostRace,
            _ => AnswerKind.Unexpected,
        };
        var head = kind == AnswerKind.Unexpected ? $"{(int)response.StatusCode} {response.Headers} " : "";
        return new(kind, (int)response.StatusCode, head + text);
    }
}
