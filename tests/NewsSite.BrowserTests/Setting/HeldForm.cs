using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Playwright;

namespace NewsSite.BrowserTests.Setting;

/// <summary>A form that a browser was about to post, to be posted in its place: later, twice, or with something else in it.</summary>
internal sealed record HeldForm(Uri Url, IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string> Cookies)
{
    private const string Token = "__RequestVerificationToken";

    // Cookies are those of the form, whatever was answered before.
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <param name="handler">The form's, as in its address.</param>
    /// <param name="act">Makes the browser post it.</param>
    public static async Task<HeldForm> HoldAsync(IPage page, string handler, Func<Task> act)
    {
        var posted = new TaskCompletionSource<IRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync(
            url => QueryHelpers.ParseQuery(new Uri(url).Query).GetValueOrDefault("handler") == handler,
            async route =>
            {
                await route.FulfillAsync(new() { Status = 204 });
                posted.TrySetResult(route.Request);
            });
        await act();
        var request = await posted.Task.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        var cookies = await CookiesAsync(page);
        await page.UnrouteAllAsync();
        await page.GotoAsync(page.Url); // it waits for an answer still
        var fields = QueryHelpers.ParseQuery(request.PostData).ToDictionary(field => field.Key, field => field.Value.ToString());
        return new HeldForm(new Uri(request.Url), fields, cookies);
    }

    public static async Task<IReadOnlyDictionary<string, string>> CookiesAsync(IPage page) =>
        (await page.Context.CookiesAsync()).ToDictionary(cookie => cookie.Name, cookie => cookie.Value);

    public HeldForm WithCookie(string name, string value) => this with { Cookies = new Dictionary<string, string>(Cookies) { [name] = value } };

    public HeldForm WithoutCookie(string name) => this with { Cookies = Cookies.Where(cookie => cookie.Key != name).ToDictionary() };

    /// <summary>The same from another browser, which has a page with the form open.</summary>
    public async Task<HeldForm> FromAsync(IPage page) => this with
    {
        Cookies = await CookiesAsync(page),
        Fields = new Dictionary<string, string>(Fields) { [Token] = await page.Locator($"[name={Token}]").First.InputValueAsync() },
    };

    public async Task<HttpResponseMessage> PostAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new FormUrlEncodedContent(Fields) };
        request.Headers.Add("Origin", Url.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
