using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsSite.Tests.Support;

/// <summary>One browser: it keeps its cookies, whatever the test's clock says, and fills in forms as they were sent to it.</summary>
public sealed class StaffBrowser(NewsApp app, string agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0") : IDisposable
{
    private readonly HttpClient client = app.PlainClient();

    /// <summary>By name; the value as the site set it.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Sent as the forwarded address; none when null.</summary>
    public string? Address { get; set; }

    /// <summary>The types of answer that are asked for; any when null.</summary>
    public string? Accept { get; set; }

    /// <summary>When a request is given up; null: when the test is.</summary>
    public TimeSpan? Deadline { get; set; }

    public Task<Answer> GetAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url));

    /// <summary>A request as no browser makes it.</summary>
    public Task<Answer> SendAsync(HttpMethod method, string url, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, url);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return SendAsync(request);
    }

    /// <summary>Posts without looking at the page first.</summary>
    public Task<Answer> PostAsync(string url, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Posts as a form does that is sent in parts.</summary>
    public Task<Answer> PostPartsAsync(string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields) parts.Add(new StringContent(value), $"\"{name}\"");
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = parts });
    }

    /// <summary>Brings files into the library, together.</summary>
    public async Task<Answer> UploadAsync(params (string Name, byte[] Bytes)[] files)
    {
        var form = (await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/admin/pictures"))).Page.QuerySelector("#upload")!;
        var parts = new MultipartFormDataContent { { new StringContent(form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), "\"__RequestVerificationToken\"" } };
        foreach (var (name, bytes) in files) parts.Add(new ByteArrayContent(bytes), "\"files\"", $"\"{name}\"");
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = parts });
    }

    /// <summary>Opens a page, fills in its form and sends it with all that the form itself holds.</summary>
    /// <param name="handler">Which of several forms.</param>
    public async Task<Answer> SubmitAsync(string url, IReadOnlyDictionary<string, string> fields, string? handler = null)
    {
        var opened = await GetAsync(url);
        Assert.True(opened.Status is HttpStatusCode.OK, $"{url} answered {(int)opened.Status} {opened.Location}");
        return await SubmitAsync(opened, url, fields, handler);
    }

    /// <summary>Sends a form of a page that was opened before.</summary>
    public Task<Answer> SubmitAsync(Answer opened, string url, IReadOnlyDictionary<string, string> fields, string? handler = null)
    {
        var form = opened.Page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]")
            .First(each => handler is null || (each.GetAttribute("action") ?? "").Contains("handler=" + handler, StringComparison.Ordinal));
        var held = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden], input[hidden]").ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in fields) held[name] = value;
        var action = form.GetAttribute("action");
        return PostAsync(string.IsNullOrEmpty(action) ? url : action, held);
    }

    public void Dispose() => client.Dispose();

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.UserAgent.ParseAdd(agent);
            if (Accept is not null) request.Headers.Accept.ParseAdd(Accept);
            if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            if (Address is not null) request.Headers.Add("X-Forwarded-For", Address);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            if (Deadline is { } deadline) patience.CancelAfter(deadline);
            using var response = await client.SendAsync(request, patience.Token);
            var text = await response.Content.ReadAsStringAsync(patience.Token);
            var set = response.Headers.TryGetValues("Set-Cookie", out var lines) ? lines.ToList() : [];
            foreach (var line in set) Keep(line);
            return new Answer(response.StatusCode, response.Headers.Location?.OriginalString, text, set, response.Headers);
        }
    }

    private void Keep(string line)
    {
        var pair = line.Split(';')[0].Split('=', 2);
        if (pair[1].Length == 0) Cookies.Remove(pair[0]);
        else Cookies[pair[0]] = pair[1];
    }
}

public sealed record Answer(HttpStatusCode Status, string? Location, string Text, IReadOnlyList<string> SetCookies, HttpResponseHeaders Headers)
{
    private IHtmlDocument? page;

    public IHtmlDocument Page => page ??= new HtmlParser().ParseDocument(Text);

    public string Errors => string.Join(" ", Page.QuerySelectorAll(".error").Select(error => error.TextContent));
}
