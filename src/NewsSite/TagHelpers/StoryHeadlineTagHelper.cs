using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NewsSite.Features.Shared;

namespace NewsSite.TagHelpers;

/// <summary>A headline that leads to its article, as a heading of the level that the list needs.</summary>
[HtmlTargetElement("story-headline", Attributes = "story", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StoryHeadlineTagHelper(CurrentSite site) : TagHelper
{
    public required StoryView Story { get; set; }

    /// <summary>2 to 6.</summary>
    public int Level { get; set; } = 3;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "h" + Level.ToString(CultureInfo.InvariantCulture);
        output.TagMode = TagMode.StartTagAndEndTag;
        if (!string.Equals(Story.Language, site.View.Language, StringComparison.OrdinalIgnoreCase))
        {
            output.Attributes.SetAttribute("lang", Story.Language);
            output.Attributes.SetAttribute("dir", TextDirection.Of(Story.Language));
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = Story.Url;
        link.InnerHtml.Append(Story.Headline);
        output.Content.SetHtmlContent(link);
    }
}
