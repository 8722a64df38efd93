using System.Net.Http.Headers;
using System.Text;

namespace Coordination.Benchmarks.Load;

/// <summary>A request whose bytes are ready; without a body it is a GET.</summary>
internal sealed record Call(string Path, byte[]? Body = null, string? Header = null, string? Value = null)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    internal async Task<Reply> SendAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(Body is null ? HttpMethod.Get : HttpMethod.Post, Path);
        if (Body is not null)
            request.Content = new ByteArrayContent(Body) { Headers = { ContentType = Json } };
        if (Header is not null)
            request.Headers.TryAddWithoutValidation(Header, Value);
        using var response = await client.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }
}

/// <summary>What came back.</summary>
internal sealed record Reply(int Status, byte[] Body)
{
    /// <summary>A <c>304</c> is a good answer to a read.</summary>
    internal bool IsAccepted => Status is >= 200 and < 300 or 304;

    internal string Text => Encoding.UTF8.GetString(Body);
}
