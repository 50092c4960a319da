using System.Net;
using System.Text.RegularExpressions;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Kills;

/// <summary>Somebody at a browser: cookies and the forms' token outlive the process that gave them.</summary>
internal sealed partial class Pen(KilledSite site) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private HttpClient? client;
    private string token = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="link">Where the person chooses a password.</param>
    public static async Task<Pen> OfAsync(KilledSite site, string email, string link)
    {
        var pen = new Pen(site);
        pen.Begin();
        await pen.SubmitAsync(link, ("form.Password", StaffRoom.Password));
        await pen.SubmitAsync("/account/sign-in", ("form.Email", email), ("form.Password", StaffRoom.Password));
        await pen.ReadTokenAsync("/admin/articles/new");
        return pen;
    }

    /// <summary>The site has started, at another address than before.</summary>
    public void Begin()
    {
        client?.Dispose();
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = site.Address };
    }

    /// <exception cref="HttpRequestException">The site was killed before it answered.</exception>
    public async Task<(HttpStatusCode Status, string Text)> PostAsync(string url, IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await client!.PostAsync(new Uri(url, UriKind.Relative), form, Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    public void Dispose() => client?.Dispose();

    private async Task SubmitAsync(string url, params (string, string)[] fields)
    {
        await ReadTokenAsync(url);
        Assert.Equal(HttpStatusCode.Found, (await PostAsync(url, fields)).Status);
    }

    private async Task ReadTokenAsync(string url) =>
        token = Token().Match(await client!.GetStringAsync(new Uri(url, UriKind.Relative), Ct)).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
