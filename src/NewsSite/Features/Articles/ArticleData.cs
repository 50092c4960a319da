using System.Text.Json.Nodes;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Media;
using NewsSite.Features.Shared;
using NewsSite.Hosting;
using NewsSite.TagHelpers;

namespace NewsSite.Features.Articles;

/// <summary>An article as schema.org describes it (schema.org/NewsArticle): what the page shows, and nothing else.</summary>
public sealed class ArticleData(AbsoluteUrls absolute, SiteData site)
{
    // Google's "Article structured data" page asks for 50,000 pixels, in three shapes.
    private const int LeastPixels = 50_000;

    private static readonly Crop[] Shapes = [Crop.Wide, Crop.Standard, Crop.Square];

    public JsonObject NewsArticle(ArticleView view)
    {
        var (story, url) = (view.Story, absolute.Of(view.Story.Url));
        var data = Begin(url, story.Headline, story.Language, story.PublishedAt);
        data["dateModified"] = NewsDates.Utc(story.UpdatedAt ?? story.PublishedAt);
        if (story.Standfirst is { } standfirst) data["description"] = standfirst;
        if (view.Summary is { } summary) AddSummary(data, url, summary);
        if (Images(view) is { Count: > 0 } images) data["image"] = images;
        if (view.Byline.Count > 0) data["author"] = new JsonArray([.. view.Byline.Select(Person)]);
        data["articleSection"] = story.Section.Name;
        if (view.Tags.Count > 0) data["keywords"] = new JsonArray([.. view.Tags.Select(tag => JsonValue.Create(tag.Name))]);
        data["wordCount"] = view.Words;
        data["isAccessibleForFree"] = true;
        data["isPartOf"] = PartOf(view);
        return data;
    }

    /// <summary>What is left of an article that was withheld for good.</summary>
    public JsonObject Retracted(RetractionView view)
    {
        var data = Begin(absolute.Of(view.Url), view.Headline, view.Language, view.PublishedAt);
        data["creativeWorkStatus"] = "Retracted";
        return data;
    }

    public JsonObject Breadcrumb(ArticleView view) => site.Breadcrumb((view.Story.Section.Name, view.Story.Section.Url), (view.Story.Headline, view.Story.Url));

    private JsonObject Begin(string url, string headline, string language, DateTimeOffset publishedAt) => new()
    {
        ["@context"] = SiteData.Context,
        ["@type"] = "NewsArticle",
        ["@id"] = url + "#article",
        ["url"] = url,
        ["mainEntityOfPage"] = url,
        ["headline"] = headline,
        ["inLanguage"] = language,
        ["datePublished"] = NewsDates.Utc(publishedAt),
        ["publisher"] = site.Publisher(),
    };

    private JsonArray PartOf(ArticleView view)
    {
        var wholes = new JsonArray(site.Whole());
        if (view.Series is { Parts.Count: > 1 } series) wholes.Add(new JsonObject { ["@type"] = "CreativeWorkSeries", ["name"] = series.Name });
        return wholes;
    }

    private static void AddSummary(JsonObject data, string url, SummaryView summary)
    {
        data["abstract"] = summary.Text;
        if (SourceOf(summary.Making) is not { } source) return;

        data["hasPart"] = new JsonObject
        {
            ["@type"] = "WebPageElement",
            ["@id"] = url + "#summary",
            ["cssSelector"] = "#summary",
            ["digitalSourceType"] = $"{SiteData.Context}/{source}",
        };
    }

    // schema.org/IPTCDigitalSourceEnumeration; what people chose or wrote by themselves has no such source.
    private static string? SourceOf(SummaryMaking making) => making switch
    {
        SummaryMaking.Picked => "AlgorithmicMediaDigitalSource",
        SummaryMaking.Edited => "CompositeWithTrainedAlgorithmicMediaDigitalSource",
        SummaryMaking.LanguageModel => "TrainedAlgorithmicMediaDigitalSource",
        _ => null,
    };

    private JsonArray Images(ArticleView view)
    {
        var urls = view.Story.Picture is { } picture
            ? Shapes.Where(shape => IsLargeEnough(picture.Area(shape))).Select(picture.Plain)
            : view.Card is { } card ? [card.Url] : [];
        return new JsonArray([.. urls.Select(url => JsonValue.Create(absolute.Of(url)))]);
    }

    private static bool IsLargeEnough(CropArea area) => (long)area.Width * area.Height >= LeastPixels;

    private JsonObject Person(AuthorLink author) => new() { ["@type"] = "Person", ["name"] = author.Name, ["url"] = absolute.Of(author.Url) };
}
