using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Alba;
using Coordination.Tests.EmbeddedPostgres;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Api;

/// <summary>The whole service against a database of its own; one for each class of tests.</summary>
public class RunningApi(TestCluster cluster) : IAsyncLifetime
{
    private readonly string database = $"test_{Guid.NewGuid():N}";

    public IAlbaHost Host { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public string ConnectionString { get; private set; } = "";

    protected virtual bool PlaysExample => false;

    protected virtual IEnumerable<(string Key, string Value)> Settings => [];

    /// <summary>The clock of the service, where it is not that of this machine.</summary>
    protected virtual TimeProvider? Clock => null;

    public virtual async ValueTask InitializeAsync()
    {
        ConnectionString = await cluster.CreateDatabaseAsync(database);
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await cluster.DropDatabaseAsync(database);
        GC.SuppressFinalize(this);
    }

    public async Task StartAsync()
    {
        Host = await AlbaHost.For<Program>(web =>
        {
            web.UseSetting("ConnectionStrings:coordination", ConnectionString);
            web.UseSetting("Coordination:Example", $"{PlaysExample}");
            web.UseSetting("Coordination:OnlyNode", "true");
            web.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
            foreach (var (key, value) in TestAccount.Settings)
                web.UseSetting(key, value);
            foreach (var (key, value) in Settings)
                web.UseSetting(key, value);
            if (Clock is { } clock)
                web.ConfigureServices(services => services.AddSingleton(clock));
        });
        Client = Host.Server.CreateClient();
        await SignInAsync();
    }

    protected virtual Task SignInAsync()
    {
        Client.DefaultRequestHeaders.Authorization = new("Bearer", TestAccount.Token);
        return TestAccount.AddAsync(ConnectionString);
    }

    public async Task StopAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }

    public Task<Reply> GetAsync(string url, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, url, (HttpContent?)null, headers);

    public Task<Reply> PostAsync(string url, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, url, JsonContent.Create(body, body.GetType()), headers);

    public Task<Reply> PutAsync(string url, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, url, JsonContent.Create(body, body.GetType()), headers);

    public Task<Reply> PostTextAsync(
        string url,
        string body,
        string contentType = "application/json",
        params (string Name, string Value)[] headers
    )
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return SendAsync(HttpMethod.Post, url, content, headers);
    }

    public Task<Reply> PostBytesAsync(string url, byte[] body, string contentType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return SendAsync(HttpMethod.Post, url, content);
    }

    /// <summary>Sends what the other methods do not; a header given here takes the place of the usual one.</summary>
    public Task<Reply> SendAsync(
        HttpMethod method,
        string url,
        object? body,
        params (string Name, string Value)[] headers
    ) => SendAsync(method, url, body is null ? null : JsonContent.Create(body, body.GetType()), headers);

    public Task<Reply> DeleteAsync(string url) => SendAsync(HttpMethod.Delete, url, (HttpContent?)null);

    private async Task<Reply> SendAsync(
        HttpMethod method,
        string url,
        HttpContent? content,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new(
            (int)response.StatusCode,
            bytes,
            response.Headers.ETag?.ToString(),
            response.Headers.Location?.ToString(),
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.TryGetValues("Link", out var links) ? links.Single() : null,
            response.Headers
        );
    }
}

/// <summary>What the service has answered.</summary>
public sealed record Reply(
    int Status,
    byte[] Bytes,
    string? ETag,
    string? Location,
    string? ContentType,
    string? Link,
    HttpResponseHeaders Headers
)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Bytes);

    /// <summary>The codes and fields of a problem.</summary>
    public IReadOnlyList<(string Code, string Field)> Errors =>
        [
            .. Json.GetProperty("errors")
                .EnumerateArray()
                .Select(error => (error.GetProperty("code").GetString()!, error.GetProperty("field").GetString()!)),
        ];

    public Reply ShouldBe(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got {Status}: {Text[..Math.Min(Text.Length, 1000)]}");
        if (status >= 400)
            Assert.Equal("application/problem+json", ContentType);
        return this;
    }
}
