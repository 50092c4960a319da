using System.Net;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using NewsSite.Tests.Architecture;
using NewsSite.Tests.Features.Feeds;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Sitemaps;

/// <summary>Reads sitemaps, and holds each against its schema.</summary>
internal static class SitemapReading
{
    public static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    public static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    private static readonly XmlSchemaSet Index = Read("siteindex.xsd");
    private static readonly XmlSchemaSet Urls = Read("sitemap.xsd", "sitemap-news.xsd");

    /// <returns>The document's addresses, from the site's root.</returns>
    public static async Task<List<string>> MapAsync(this NewsApp app, string url)
    {
        var root = await app.XmlAsync(url);
        Assert.Empty(Faults(root));
        return [.. root.Elements().Select(each => FeedReading.FromRoot(each.Element(Map + "loc")!.Value))];
    }

    /// <summary>All that the index leads to, sitemap by sitemap.</summary>
    public static async Task<Dictionary<string, List<string>>> MapsAsync(this NewsApp app)
    {
        var maps = new Dictionary<string, List<string>>();
        foreach (var url in await app.MapAsync("/sitemap.xml")) maps.Add(url, await app.MapAsync(url));
        return maps;
    }

    public static List<string> Faults(XElement root)
    {
        var faults = new List<string>();
        new XDocument(root).Validate(root.Name == Map + "sitemapindex" ? Index : Urls, (_, fault) => faults.Add(fault.Message));
        return faults;
    }

    public static async Task MissingAsync(this NewsApp app, string url) => await app.TextAsync(url, HttpStatusCode.NotFound);

    private static XmlSchemaSet Read(params string[] files)
    {
        var set = new XmlSchemaSet();
        foreach (var file in files)
        {
            using var reader = XmlReader.Create(Path.Combine(CodeStyleTests.Root, "tests/NewsSite.Tests/Features/Sitemaps/Schemas", file));
            set.Add(XmlSchema.Read(reader, null)!);
        }

        set.Compile();
        return set;
    }
}
