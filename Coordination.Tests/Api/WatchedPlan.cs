using System.Globalization;
using System.Text.Json;
using Coordination.Api.EventStore;

namespace Coordination.Tests.Api;

/// <summary>A client of a plan's changes: reads the stream line by line, as a browser does.</summary>
internal sealed class WatchedPlan : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage response;
    private readonly StreamReader reader;

    private WatchedPlan(HttpResponseMessage response, Stream body) =>
        (this.response, reader) = (response, new StreamReader(body));

    /// <summary>Where it was told that the stream begins.</summary>
    internal long FirstId { get; private set; }

    internal static async Task<WatchedPlan> OpenAsync(
        HttpClient client,
        string url,
        long? lastEventId = null,
        long? from = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, from is null ? url : $"{url}?from={from}");
        if (lastEventId is { } id)
            request.Headers.Add("Last-Event-ID", id.ToString(CultureInfo.InvariantCulture));
        var opened = await client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        opened.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", opened.Content.Headers.ContentType?.MediaType);
        var watched = new WatchedPlan(
            opened,
            await opened.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );
        var (first, data) = await watched.BlockAsync() ?? throw new InvalidOperationException("It ended at once.");
        Assert.Null(data);
        watched.FirstId = first!.Value;
        return watched;
    }

    /// <summary>The next change, or none when the stream has ended.</summary>
    internal async Task<Change?> NextAsync()
    {
        var patience = Task.Delay(Patience, TestContext.Current.CancellationToken);
        while (await BlockAsync() is var (id, data))
        {
            Assert.False(patience.IsCompleted, "Nothing but comments for half a minute.");
            if (data is null)
                continue;
            var change = JsonSerializer.Deserialize<Change>(data, CanonicalJson.Options)!;
            Assert.Equal(change.Position, id);
            return change;
        }
        return null;
    }

    private async Task<(long? Id, string? Data)?> BlockAsync()
    {
        (long? id, string? data) = (null, null);
        while (true)
        {
            var line = await reader
                .ReadLineAsync(TestContext.Current.CancellationToken)
                .AsTask()
                .WaitAsync(Patience, TestContext.Current.CancellationToken);
            if (line is null)
                return null;
            if (line.Length == 0)
                return (id, data);
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = long.Parse(line[4..], CultureInfo.InvariantCulture);
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                data = line[6..];
        }
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        response.Dispose();
        return ValueTask.CompletedTask;
    }
}
