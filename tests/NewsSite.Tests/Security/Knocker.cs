using Microsoft.AspNetCore.Mvc.Testing;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Security;

/// <summary>Sends requests as no browser does, with a browser's cookies, and holds every answer against the rules.</summary>
internal sealed class Knocker(NewsApp app, string address = NewsApp.PublicAddress) : IDisposable
{
    private static readonly string[] NewsroomPaths = ["/admin", "/account", "/setup"];

    private readonly HttpClient client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri(address) });

    /// <summary>Which door answered with which status.</summary>
    public HashSet<(string Door, int Status)> Answered { get; } = [];

    /// <summary>Broken rules, by door and status.</summary>
    public HashSet<string> Faults { get; } = [];

    /// <param name="door">Name of what is asked for, in the list of answers.</param>
    /// <returns>The status.</returns>
    public async Task<int> KnockAsync(string door, HttpMethod method, string url, StaffBrowser? visitor = null, HttpContent? form = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, url) { Content = form };
        if (visitor is { Cookies.Count: > 0 }) request.Headers.Add("Cookie", string.Join("; ", visitor.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await answer.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        var isNewsroom = NewsroomPaths.Any(part => url.StartsWith(part, StringComparison.Ordinal));
        Faults.UnionWith(HeaderRules.Faults(answer, isNewsroom, address.StartsWith("https", StringComparison.Ordinal)).Select(fault => $"{door} {(int)answer.StatusCode}: {fault}"));
        Answered.Add((door, (int)answer.StatusCode));
        return (int)answer.StatusCode;
    }

    /// <summary>A form's token, for somebody whose cookies are those of <paramref name="visitor"/>.</summary>
    public static async Task<string> TokenAsync(StaffBrowser visitor, string page) =>
        (await visitor.GetAsync(page)).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    public void Dispose() => client.Dispose();
}
