using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Json.Schema;
using NewsSite.Features.Feeds;
using NewsSite.Tests.Architecture;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Feeds;

/// <summary>Every feed in every format, against the letter of its standard.</summary>
public sealed class FeedFormatTests(FeedSite site) : IClassFixture<FeedSite>
{
    private static readonly string[] Roots = ["/feeds", "/feeds/section/harbour", "/feeds/tag/quay", "/feeds/author/ines-maddern", "/feeds/search"];

    private static readonly string[] Relative = ["href", "src"];

    private static readonly JsonSchema Schema = JsonSchema.FromFile(Path.Combine(CodeStyleTests.Root, "tests/NewsSite.Tests/Features/Feeds/Schemas/json-feed-1.1.schema.json"));

    private static readonly EvaluationOptions Strictly = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    public static TheoryData<string> All => [.. Urls(_ => true)];

    public static TheoryData<string> Rss => [.. Urls(file => file.Format is FeedFormat.Rss)];

    public static TheoryData<string> Atom => [.. Urls(file => file.Format is FeedFormat.Atom)];

    public static TheoryData<string> Json => [.. Urls(file => file.Format is FeedFormat.Json)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_reader_that_is_not_ours_reads_it(string url)
    {
        var read = CodeHollow.FeedReader.FeedReader.ReadFromString(await site.App.TextAsync(url));

        Assert.Contains("The Test Courier", read.Title, StringComparison.Ordinal);
        Assert.Equal(FeedReader.PageSize, read.Items.Count);
        var (first, own) = (read.Items.First(), (await site.App.ItemsAsync(url))[0]);
        Assert.Equal((own.Id, own.Url, own.Title), (first.Id, first.Link, first.Title));
        Assert.Equal(NewsApp.Noon.AddSeconds(-30).UtcDateTime, first.PublishingDate!.Value.ToUniversalTime());
    }

    [Theory]
    [MemberData(nameof(Rss))]
    public async Task RSS_is_as_its_specification_has_it(string url)
    {
        var rss = await site.App.XmlAsync(url);

        // By name, for readers that know no namespaces.
        Assert.All(IsFull(url) ? ["<atom:link ", "<dc:creator", "<content:encoded"] : (string[])["<atom:link ", "<dc:creator"], name => Assert.Contains(name, rss.ToString(SaveOptions.DisableFormatting), StringComparison.Ordinal));
        Assert.Equal(("rss", "2.0"), (rss.Name.ToString(), rss.Attribute("version")!.Value));
        var channel = Assert.Single(rss.Elements());
        Assert.All(["title", "link", "description", "language"], name => Assert.NotEmpty(Assert.Single(channel.Elements(name)).Value));
        Assert.Equal(NewsApp.PublicAddress + url, FeedReading.LinkOf(channel, "self"));
        Assert.Equal(FeedReader.PageSize, channel.Elements("item").Count());
        foreach (var item in channel.Elements("item"))
        {
            Assert.NotEmpty(Assert.Single(item.Elements("title")).Value);
            Assert.Equal("false", Assert.Single(item.Elements("guid")).Attribute("isPermaLink")!.Value);
            Assert.Matches(@"^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d (Z|GMT|[+-]\d{4})\z", Assert.Single(item.Elements("pubDate")).Value);
            Assert.Empty(item.Elements("author"));
            Assert.NotEmpty(item.Elements(FeedReading.Creator + "creator"));
            Assert.Equal(IsFull(url), item.Element(FeedReading.Content + "encoded") is not null);
            Assert.All(item.Elements("enclosure"), each => Assert.Equal(["length", "type", "url"], each.Attributes().Select(attribute => attribute.Name.LocalName).Order()));
        }
    }

    [Theory]
    [MemberData(nameof(Atom))]
    public async Task Atom_is_as_its_specification_has_it(string url)
    {
        var feed = await site.App.XmlAsync(url);

        Assert.Equal(FeedReading.Atom + "feed", feed.Name);
        foreach (var element in feed.Elements(FeedReading.Atom + "entry").Prepend(feed))
        {
            Assert.All(["id", "title", "updated"], name => Assert.NotEmpty(Assert.Single(element.Elements(FeedReading.Atom + name)).Value));
            Assert.True(Uri.TryCreate(element.Element(FeedReading.Atom + "id")!.Value, UriKind.Absolute, out _));
            Assert.All(element.Elements().Where(child => child.Name.LocalName is "updated" or "published"), date => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\z", date.Value));
            Assert.NotEmpty(element.Elements(FeedReading.Atom + "author"));
            Assert.NotNull(FeedReading.LinkOf(element, "alternate"));
            Assert.NotEmpty(element.Attribute(XNamespace.Xml + "lang")!.Value);
        }

        Assert.Equal(NewsApp.PublicAddress + url, FeedReading.LinkOf(feed, "self"));
        Assert.All(feed.Descendants(FeedReading.Atom + "content"), content => Assert.Equal("html", content.Attribute("type")!.Value));
        Assert.Equal(IsFull(url) ? FeedReader.PageSize : 0, feed.Descendants(FeedReading.Atom + "content").Count());
    }

    [Theory]
    [MemberData(nameof(Json))]
    public async Task JSON_Feed_is_valid(string url)
    {
        var feed = await site.App.JsonAsync(url);

        Assert.Empty(Faults(feed));
        Assert.Equal(NewsApp.PublicAddress + url, feed.GetProperty("feed_url").GetString());
        Assert.Equal(IsFull(url), feed.GetProperty("items")[0].TryGetProperty("content_html", out _));
    }

    [Theory]
    [InlineData("\"title\":", "\"headline\":")]
    [InlineData("\"id\":\"tag:", "\"id\":7,\"guid\":\"tag:")]
    [InlineData("\"content_html\":", "\"content\":")]
    [InlineData("\"url\":\"https://courier.example/harbour", "\"url\":\"/harbour")]
    [InlineData("+00:00", "")]
    public async Task A_JSON_Feed_with_a_fault_is_not(string right, string wrong) =>
        Assert.NotEmpty(Faults(JsonSerializer.Deserialize<JsonElement>((await site.App.TextAsync("/feeds/feed.json")).Replace(right, wrong, StringComparison.Ordinal))));

    [Theory]
    [InlineData("rss.xml")]
    [InlineData("atom.xml")]
    [InlineData("feed.json")]
    public async Task Texts_lead_from_anywhere_and_hold_nothing_that_only_our_pages_understand(string file)
    {
        var items = await site.App.ItemsAsync("/feeds/" + file);
        Assert.All(items, item => Assert.NotEmpty(item.Html!));
        foreach (var item in items)
        {
            var body = new HtmlParser().ParseDocument(item.Html!).Body!;
            Assert.Empty(body.QuerySelectorAll("style, script, [id], [class], [style], [data-tone], a.back"));
            Assert.All(body.QuerySelectorAll("*").SelectMany(element => element.Attributes).Where(attribute => Relative.Contains(attribute.Name)), each => Assert.Matches("^(https?://|mailto:|tel:)", each.Value));
            Assert.All(body.QuerySelectorAll("[srcset]").SelectMany(each => each.GetAttribute("srcset")!.Split(", ")), source => Assert.Matches(@"^https://courier\.example/media/\S+ \d+w\z", source));
        }

        const string article = "https://courier.example/harbour/story-0";
        Assert.Contains($"href=\"{article}#h-the-tides\"", items[0].Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{article}#fn-1\"", items[0].Html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://courier.example/harbour/story-1\"", items[0].Html, StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:desk@courier.example\"", items[0].Html, StringComparison.Ordinal);
        Assert.Contains($"src=\"https://courier.example/media/{site.Picture.File}/", items[0].Html, StringComparison.Ordinal);
        Assert.Contains("<table>", items[0].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_over_an_article_is_named_with_the_length_that_it_has()
    {
        var (rss, atom, json) = (await site.App.XmlAsync("/feeds/rss.xml"), await site.App.XmlAsync("/feeds/atom.xml"), await site.App.JsonAsync("/feeds/feed.json"));

        var enclosure = Assert.Single(rss.Descendants("enclosure"));
        var link = Assert.Single(atom.Descendants(FeedReading.Atom + "link"), each => (string?)each.Attribute("rel") == "enclosure");
        using var picture = await site.App.GetAsync(FeedReading.FromRoot(enclosure.Attribute("url")!.Value));
        var (bytes, type) = (picture.Content.Headers.ContentLength!.Value.ToString(CultureInfo.InvariantCulture), picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal((HttpStatusCode.OK, bytes, type), (picture.StatusCode, enclosure.Attribute("length")!.Value, enclosure.Attribute("type")!.Value));
        Assert.Equal((enclosure.Attribute("url")!.Value, bytes, type), (link.Attribute("href")!.Value, link.Attribute("length")!.Value, link.Attribute("type")!.Value));
        Assert.Equal(enclosure.Attribute("url")!.Value, json.GetProperty("items")[0].GetProperty("image").GetString());
    }

    [Fact]
    public async Task An_article_is_told_with_its_authors_subjects_times_language_and_summary()
    {
        var rss = (await site.App.XmlAsync("/feeds/rss-summary.xml")).Descendants("item").First();
        var atom = (await site.App.XmlAsync("/feeds/atom-summary.xml")).Elements(FeedReading.Atom + "entry").First();
        var json = (await site.App.JsonAsync("/feeds/feed-summary.json")).GetProperty("items")[0];
        var shown = (await site.App.PageAsync("/harbour/story-0")).QuerySelectorAll("#summary li").Select(sentence => sentence.QuerySelector("a")?.TextContent ?? sentence.TextContent);

        Assert.Equal(["Ines Maddern", "Tomás Okell"], rss.Elements(FeedReading.Creator + "creator").Select(each => each.Value));
        Assert.Equal(["https://courier.example/author/ines-maddern", "https://courier.example/author/tomas-okell"], atom.Elements(FeedReading.Atom + "author").Select(each => each.Element(FeedReading.Atom + "uri")!.Value));
        Assert.Equal(["Ines Maddern", "Tomás Okell"], json.GetProperty("authors").EnumerateArray().Select(each => each.GetProperty("name").GetString()));
        Assert.Equal(["Harbour", "Quay", "Storm & tide"], rss.Elements("category").Select(each => each.Value));
        Assert.Equal(["Harbour", "Quay", "Storm & tide"], atom.Elements(FeedReading.Atom + "category").Select(each => each.Attribute("term")!.Value));
        Assert.Equal(["Harbour", "Quay", "Storm & tide"], json.GetProperty("tags").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal("de", atom.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.Equal("de", json.GetProperty("language").GetString());
        Assert.Equal((NewsApp.Noon.AddSeconds(-30), NewsApp.Noon), (json.GetProperty("date_published").GetDateTimeOffset(), json.GetProperty("date_modified").GetDateTimeOffset()));
        Assert.Equal(NewsApp.Noon, DateTimeOffset.Parse(atom.Element(FeedReading.Atom + "updated")!.Value, CultureInfo.InvariantCulture));
        Assert.Equal("The quay & its <crane>", rss.Element("title")!.Value);
        var summary = json.GetProperty("summary").GetString()!;
        Assert.Equal((summary, summary), (atom.Element(FeedReading.Atom + "summary")!.Value, json.GetProperty("content_text").GetString()));
        Assert.Equal(summary.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal), rss.Element("description")!.Value);
        Assert.All(shown, sentence => Assert.Contains(sentence.Trim(), summary, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Urls(Func<FeedFile, bool> wanted) =>
        Roots.SelectMany(_ => FeedFile.All.Where(wanted), (root, file) => $"{root}/{file.Name}{(root.EndsWith("search", StringComparison.Ordinal) ? "?q=harbour%20board" : null)}");

    private static bool IsFull(string url) => !url.Contains("-summary", StringComparison.Ordinal);

    private static List<string> Faults(JsonElement feed) =>
        Schema.Evaluate(feed, Strictly) is { IsValid: false } result ? [.. result.Details!.Where(each => each.Errors is not null).SelectMany(each => each.Errors!.Select(error => $"{each.InstanceLocation}: {error.Value}"))] : [];
}
