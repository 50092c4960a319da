using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using NewsSite.Features.Feeds;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Feeds;

/// <summary>Reads feeds as the standards have them, without the library that wrote them.</summary>
internal static class FeedReading
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Creator = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<string> TextAsync(this NewsApp app, string url, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await app.GetAsync(url);
        Assert.True(expected == answer.StatusCode, $"{url} answered {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(Ct);
    }

    public static async Task<XElement> XmlAsync(this NewsApp app, string url) => XDocument.Parse(await app.TextAsync(url)).Root!;

    public static async Task<JsonElement> JsonAsync(this NewsApp app, string url) => JsonSerializer.Deserialize<JsonElement>(await app.TextAsync(url));

    /// <summary>Each article of a feed, whatever the format.</summary>
    public static async Task<List<ReadItem>> ItemsAsync(this NewsApp app, string url) => FeedFile.Find(url.Split('?')[0].Split('/')[^1])!.Format switch
    {
        FeedFormat.Rss => [.. (await app.XmlAsync(url)).Element("channel")!.Elements("item").Select(item => new ReadItem(
            item.Element("guid")!.Value, item.Element("link")!.Value, item.Element("title")!.Value, item.Element("description")?.Value, item.Element(Content + "encoded")?.Value))],
        FeedFormat.Atom => [.. (await app.XmlAsync(url)).Elements(Atom + "entry").Select(entry => new ReadItem(
            entry.Element(Atom + "id")!.Value, LinkOf(entry, "alternate")!, entry.Element(Atom + "title")!.Value, entry.Element(Atom + "summary")?.Value, entry.Element(Atom + "content")?.Value))],
        _ => [.. (await app.JsonAsync(url)).GetProperty("items").EnumerateArray().Select(item => new ReadItem(
            item.GetProperty("id").GetString()!, item.GetProperty("url").GetString()!, item.GetProperty("title").GetString()!, Optional(item, "summary"), Optional(item, "content_html")))],
    };

    /// <summary>Address of the page with older articles, from the site's root.</summary>
    public static async Task<string?> NextAsync(this NewsApp app, string url) => (FeedFile.Find(url.Split('?')[0].Split('/')[^1])!.Format switch
    {
        FeedFormat.Rss => LinkOf((await app.XmlAsync(url)).Element("channel")!, "next"),
        FeedFormat.Atom => LinkOf(await app.XmlAsync(url), "next"),
        _ => Optional(await app.JsonAsync(url), "next_url"),
    }) is { } next ? FromRoot(next) : null;

    public static string? LinkOf(XElement element, string relation) =>
        element.Elements(Atom + "link").SingleOrDefault(link => (string?)link.Attribute("rel") == relation)?.Attribute("href")!.Value;

    public static string FromRoot(string url)
    {
        Assert.StartsWith(NewsApp.PublicAddress + "/", url, StringComparison.Ordinal);
        return url[NewsApp.PublicAddress.Length..];
    }

    private static string? Optional(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}

internal sealed record ReadItem(string Id, string Url, string Title, string? Summary, string? Html);
