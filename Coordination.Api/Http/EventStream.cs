using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Coordination.Api.Http;

/// <summary>Marks an operation whose answer goes on until one side ends it.</summary>
internal sealed class StreamMetadata;

/// <summary>
/// Events as <c>text/event-stream</c>, until the caller leaves, the events end, or the service stops. Written by hand: the framework's own
/// answer has no comments, and no <c>id</c> without an event, by which one who is cut off before the first event resumes.
/// </summary>
/// <param name="events">The events.</param>
/// <param name="after">The position after which they begin.</param>
/// <param name="positionOf">The position of one.</param>
internal sealed class EventStream<T>(IAsyncEnumerable<T> events, long after, Func<T, long> positionOf) : IResult
{
    /// <summary>Proxies cut what is silent for longer, often after a minute.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Whoever takes nothing for so long is cut off.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        Begin(httpContext);
        try
        {
            await WriteAsync(httpContext.Response.BodyWriter, services.GetRequiredService<TimeProvider>(), ended);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested) { }
        catch (TimeoutException)
        {
            httpContext.Abort();
        }
        catch (Exception away) when (Failures.IsDatabaseAway(away))
        {
            // It ends between two events, and whoever comes again goes on from there.
        }
    }

    private static void Begin(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        // nginx collects answers otherwise.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
    }

    private async Task WriteAsync(PipeWriter writer, TimeProvider clock, CancellationTokenSource ended)
    {
        Write(writer, $"retry: 2000\nid: {after}\n\n");
        await using var enumerator = events.GetAsyncEnumerator(ended.Token);
        var (next, beat) = (NextAsync(enumerator), Task.Delay(Heartbeat, clock, ended.Token));
        try
        {
            while (true)
            {
                // Many that come at once go out at once.
                if (!next.IsCompleted)
                    await FlushAsync(writer, clock, ended.Token);
                if (!next.IsCompleted && await Task.WhenAny(next, beat) == beat)
                {
                    await beat;
                    Write(writer, $":\n\n");
                    beat = Task.Delay(Heartbeat, clock, ended.Token);
                    continue;
                }
                if (!await next)
                    break;
                Write(writer, $"id: {positionOf(enumerator.Current)}\ndata: ");
                writer.Write(Answers.ToBytes(enumerator.Current));
                Write(writer, $"\n\n");
                next = NextAsync(enumerator);
            }
            await FlushAsync(writer, clock, ended.Token);
        }
        finally
        {
            // What is still under way must end before it is disposed of.
            await ended.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Task<bool> NextAsync(IAsyncEnumerator<T> enumerator) => enumerator.MoveNextAsync().AsTask();

    private static void Write(PipeWriter writer, FormattableString text) =>
        Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture), writer);

    private static async Task FlushAsync(PipeWriter writer, TimeProvider clock, CancellationToken cancellation) =>
        await writer.FlushAsync(cancellation).AsTask().WaitAsync(Patience, clock, cancellation);
}
