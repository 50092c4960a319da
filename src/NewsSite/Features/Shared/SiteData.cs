using System.Text.Json.Nodes;
using NewsSite.Domain.Media;
using NewsSite.Hosting;

namespace NewsSite.Features.Shared;

/// <summary>The site itself as schema.org describes it (schema.org/NewsMediaOrganization, schema.org/WebSite).</summary>
public sealed class SiteData(AbsoluteUrls absolute, CurrentSite site)
{
    public const string Context = "https://schema.org";

    /// <summary>For the front page.</summary>
    public JsonObject WebSite()
    {
        var data = new JsonObject { ["@context"] = Context, ["@type"] = "WebSite", ["name"] = site.View.Name, ["url"] = absolute.Of(SiteUrls.Front) };
        if ((site.View.Description ?? site.View.Tagline) is { } description) data["description"] = description;
        data["inLanguage"] = site.View.Language;
        data["publisher"] = Publisher();
        return data;
    }

    /// <summary>As what something else is a part of.</summary>
    public JsonObject Whole() => new() { ["@type"] = "WebSite", ["name"] = site.View.Name, ["url"] = absolute.Of(SiteUrls.Front) };

    public JsonObject Publisher()
    {
        var data = new JsonObject { ["@type"] = "NewsMediaOrganization", ["name"] = site.View.Name, ["url"] = absolute.Of(SiteUrls.Front) };
        if (site.View.Logo is { } logo) data["logo"] = new JsonObject { ["@type"] = "ImageObject", ["url"] = absolute.Of(logo.Plain(Crop.Whole)) };
        if (site.View.Principles is { } principles) data["publishingPrinciples"] = absolute.Of(principles.Url);
        return data;
    }

    /// <summary>The way from the front page to a page (schema.org/BreadcrumbList).</summary>
    /// <param name="steps">Names and paths after the front page, the page itself last.</param>
    public JsonObject Breadcrumb(params (string Name, string Path)[] steps) => new()
    {
        ["@context"] = Context,
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray([.. steps.Prepend((site.View.Name, SiteUrls.Front)).Select((step, index) => new JsonObject
        {
            ["@type"] = "ListItem", ["position"] = index + 1, ["name"] = step.Item1, ["item"] = absolute.Of(step.Item2),
        })]),
    };
}
