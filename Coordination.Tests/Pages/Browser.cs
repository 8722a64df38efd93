using System.Net;
using System.Text.RegularExpressions;
using Coordination.Tests.Api;

namespace Coordination.Tests.Pages;

/// <summary>Somebody's browser, without a window: it keeps cookies, sends forms with what stands in them, and follows nothing by itself.</summary>
internal sealed partial class Browser(RunningApi api) : IDisposable
{
    private readonly HttpClient client = api.Host.Server.CreateClient();
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, string> Cookies => cookies;

    /// <summary>How the last answer set a cookie.</summary>
    internal IReadOnlyList<string> SetCookies { get; private set; } = [];

    internal void Forget(string cookie) => cookies.Remove(cookie);

    internal void Keep(string cookie, string value) => cookies[cookie] = value;

    internal Task<Page> GetAsync(string url, params (string Name, string Value)[] headers) =>
        SendAsync(new(HttpMethod.Get, url), headers);

    /// <summary>Opens a page and sends its form to where it goes, with the hidden fields that it has.</summary>
    internal async Task<Page> SubmitAsync(string url, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(url);
        var hidden = HiddenOf(page);
        foreach (var (name, value) in fields)
            hidden[name] = value;
        return await PostAsync(url.Split('?')[0], hidden);
    }

    /// <summary>The hidden fields of a page's last form.</summary>
    internal static Dictionary<string, string> HiddenOf(Page page) =>
        HiddenFields()
            .Matches(FormOf().Matches(page.Html).Last().Value)
            .ToDictionary(
                match => match.Groups["name"].Value,
                match => WebUtility.HtmlDecode(match.Groups["value"].Value)
            );

    internal Task<Page> PostAsync(
        string url,
        IReadOnlyDictionary<string, string> fields,
        params (string Name, string Value)[] headers
    ) => SendAsync(new(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) }, headers);

    /// <summary>Sends the form of a page that goes to a path, with the hidden fields that it has, and a file where it takes one.</summary>
    internal Task<Page> SendAsync(
        Page page,
        string action,
        byte[]? file = null,
        params (string Name, string Value)[] fields
    )
    {
        var form = FormOf()
            .Matches(page.Html)
            .Select(match => match.Value)
            .Single(form => form.Contains($"action=\"{action}\"", StringComparison.Ordinal));
        var content = new MultipartFormDataContent();
        foreach (Match hidden in HiddenFields().Matches(form))
            content.Add(
                new StringContent(WebUtility.HtmlDecode(hidden.Groups["value"].Value)),
                hidden.Groups["name"].Value
            );
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        if (file is not null)
            content.Add(new ByteArrayContent(file), "file", "usulan.xlsx");
        return SendAsync(new(HttpMethod.Post, action) { Content = content }, []);
    }

    internal Task<Page> SignInAsync(string user, string password, string url = "/sign-in") =>
        SubmitAsync(url, ("user", user), ("password", password));

    private async Task<Page> SendAsync(HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        request.Headers.Add("Accept", "text/html");
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        SetCookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        foreach (var cookie in SetCookies)
        {
            var (name, value) = (cookie.Split('=')[0], cookie.Split(';')[0].Split('=', 2)[1]);
            if (value.Length == 0)
                cookies.Remove(name);
            else
                cookies[name] = value;
        }
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(
            (int)response.StatusCode,
            html,
            response.Headers.Location?.ToString(),
            response.Content.Headers.ContentType?.MediaType,
            response.Headers
        );
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex FormOf();

    [GeneratedRegex(
        "<input type=\"hidden\" name=\"(?<name>[^\"]*)\"[^>]*?value=\"(?<value>[^\"]*)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HiddenFields();
}

/// <summary>What a browser has been shown.</summary>
internal sealed record Page(
    int Status,
    string Html,
    string? Location,
    string? ContentType,
    System.Net.Http.Headers.HttpResponseHeaders Headers
)
{
    internal Page ShouldBe(int status)
    {
        Assert.True(
            Status == status,
            $"Expected {status}, got {Status} {Location}: {Html[..Math.Min(Html.Length, 1500)]}"
        );
        if (Html.Length > 0)
            Assert.Equal("text/html", ContentType);
        return this;
    }

    internal void ShouldLeadTo(string path)
    {
        ShouldBe(303);
        Assert.Equal(path, Location);
    }

    internal Page ShouldSay(string text)
    {
        Assert.Contains(text, WebUtility.HtmlDecode(Html), StringComparison.Ordinal);
        return this;
    }
}
