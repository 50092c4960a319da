using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NewsSite.Features.Feeds;

/// <summary>Writes feeds as RSS 2.0 and as Atom (RFC 4287).</summary>
internal static class XmlFeeds
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    private static readonly XmlWriterSettings Plain = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NamespaceHandling = NamespaceHandling.OmitDuplicates };

    public static byte[] Rss(Feed feed)
    {
        var channel = new SyndicationFeed(feed.Title, feed.Description, new Uri(feed.Page)) { Language = feed.Language, Items = feed.Items.Select(RssItem) };
        if (feed.UpdatedAt is { } at) channel.LastUpdatedTime = at;
        Declare(channel, "atom", Atom);
        Declare(channel, "dc", DublinCore);
        if (feed.File.IsFull) Declare(channel, "content", Content);
        Add(channel.ElementExtensions, RssLink("self", feed.Self));
        if (feed.Next is { } next) Add(channel.ElementExtensions, RssLink("next", next));
        return Write(new Rss20FeedFormatter(channel, serializeExtensionsAsAtom: false).WriteTo);
    }

    public static byte[] AtomFeed(Feed feed)
    {
        var atom = new SyndicationFeed(feed.Title, feed.Description, new Uri(feed.Page), feed.Id, feed.UpdatedAt ?? DateTimeOffset.UnixEpoch) // it must say when; nothing has changed yet
        {
            Language = feed.Language,
            Items = feed.Items.Select(AtomEntry),
        };
        atom.Authors.Add(new SyndicationPerson(null, feed.Site, feed.SiteUrl));
        atom.Links.Add(new SyndicationLink(new Uri(feed.Self), "self", null, feed.File.MediaType, 0));
        if (feed.Next is { } next) atom.Links.Add(new SyndicationLink(new Uri(next), "next", null, feed.File.MediaType, 0));
        return Write(new Atom10FeedFormatter(atom).WriteTo);
    }

    private static SyndicationItem RssItem(FeedItem item)
    {
        var entry = Item(item);
        // A description is read as HTML everywhere, a summary is plain text.
        if (item.Summary is { } summary) entry.Summary = new TextSyndicationContent(summary.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));
        // RSS's own author is an e-mail address.
        foreach (var author in item.Authors) Add(entry.ElementExtensions, Named("dc", DublinCore, "creator", author.Name));
        if (item.Html is { } html) Add(entry.ElementExtensions, Named("content", Content, "encoded", html));
        return entry;
    }

    private static SyndicationItem AtomEntry(FeedItem item)
    {
        var entry = Item(item);
        entry.LastUpdatedTime = item.UpdatedAt;
        entry.AttributeExtensions.Add(new XmlQualifiedName("lang", XNamespace.Xml.NamespaceName), item.Language);
        foreach (var author in item.Authors) entry.Authors.Add(new SyndicationPerson(null, author.Name, author.Url));
        if (item.Summary is { } summary) entry.Summary = new TextSyndicationContent(summary);
        if (item.Html is { } html) entry.Content = SyndicationContent.CreateHtmlContent(html);
        return entry;
    }

    private static SyndicationItem Item(FeedItem item)
    {
        var entry = new SyndicationItem { Id = item.Id, Title = new TextSyndicationContent(item.Title), PublishDate = item.PublishedAt };
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(item.Url)));
        if (item.Picture is { } picture) entry.Links.Add(SyndicationLink.CreateMediaEnclosureLink(new Uri(picture.Url), picture.MediaType, picture.Bytes));
        foreach (var category in item.Categories) entry.Categories.Add(new SyndicationCategory(category));
        return entry;
    }

    // RFC 5005 pages an RSS feed by Atom's links.
    private static XElement RssLink(string relation, string url) =>
        Named("atom", Atom, "link", new XAttribute("rel", relation), new XAttribute("href", url), new XAttribute("type", "application/rss+xml"));

    // With the prefix that everybody uses: some readers look for "content:encoded" by these very letters.
    private static XElement Named(string prefix, XNamespace space, string name, params object[] content) =>
        new(space + name, new XAttribute(XNamespace.Xmlns + prefix, space.NamespaceName), content);

    private static void Declare(SyndicationFeed feed, string prefix, XNamespace space) =>
        feed.AttributeExtensions.Add(new XmlQualifiedName(prefix, XNamespace.Xmlns.NamespaceName), space.NamespaceName);

    private static void Add(SyndicationElementExtensionCollection extensions, XElement element) => extensions.Add(element.CreateReader());

    private static byte[] Write(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Plain)) write(writer);
        return bytes.ToArray();
    }
}
