using System.Text.Json.Nodes;
using NewsSite.Domain.Media;
using NewsSite.Features.Shared;
using NewsSite.Hosting;

namespace NewsSite.Features.Fronts;

/// <summary>An author's page as schema.org describes it (schema.org/ProfilePage).</summary>
public sealed class AuthorData(AbsoluteUrls absolute)
{
    public JsonObject ProfilePage(AuthorView view)
    {
        var url = absolute.Of(SiteUrls.Author(view.Slug));
        var person = new JsonObject { ["@type"] = "Person", ["@id"] = url, ["name"] = view.Name, ["url"] = url };
        if (view.About is { } about) person["description"] = about;
        if (view.Portrait is { } portrait) person["image"] = absolute.Of(portrait.Plain(Crop.Portrait));
        if (view.Links.Count > 0) person["sameAs"] = new JsonArray([.. view.Links.Select(link => JsonValue.Create(link.Url))]);
        return new JsonObject { ["@context"] = SiteData.Context, ["@type"] = "ProfilePage", ["url"] = url, ["mainEntity"] = person };
    }
}
