using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NewsSite.Domain.Media;
using NewsSite.Features.Media;
using NewsSite.Features.Media.Renditions;

namespace NewsSite.TagHelpers;

/// <summary>A picture in the sizes that there are of it: WebP, and a format that every browser reads. It takes its place before it is there.</summary>
[HtmlTargetElement("news-picture", Attributes = "picture", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NewsPictureTagHelper : TagHelper
{
    public required PictureView Picture { get; set; }

    public Crop Crop { get; set; }

    /// <summary>How wide the page shows it, as the <c>sizes</c> attribute says it.</summary>
    public required string Sizes { get; set; }

    /// <summary>Null: the picture's own words.</summary>
    public string? Alt { get; set; }

    /// <summary>The page is not there without it.</summary>
    public bool First { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "picture";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.AppendHtml(Source()).AppendHtml(Image());
    }

    private TagBuilder Source()
    {
        var source = new TagBuilder("source") { TagRenderMode = TagRenderMode.SelfClosing };
        source.Attributes["type"] = "image/webp";
        source.Attributes["srcset"] = Picture.Sources(Crop, Rendition.Webp);
        source.Attributes["sizes"] = Sizes;
        return source;
    }

    private TagBuilder Image()
    {
        var (image, area) = (new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing }, Picture.Area(Crop));
        image.Attributes["src"] = Picture.Plain(Crop);
        image.Attributes["srcset"] = Picture.Sources(Crop, Picture.PlainFormat);
        image.Attributes["sizes"] = Sizes;
        image.Attributes["width"] = area.Width.ToString(CultureInfo.InvariantCulture);
        image.Attributes["height"] = area.Height.ToString(CultureInfo.InvariantCulture);
        image.Attributes["alt"] = Alt ?? Picture.Alt;
        if (Picture.Tone is { } tone) image.Attributes["data-tone"] = tone;
        if (First)
        {
            image.Attributes["fetchpriority"] = "high";
        }
        else
        {
            image.Attributes["loading"] = "lazy";
            image.Attributes["decoding"] = "async";
        }

        return image;
    }
}
