using Microsoft.AspNetCore.Razor.TagHelpers;
using NewsSite.Features.Shared;

namespace NewsSite.TagHelpers;

/// <summary>Marks an element with the language and direction of its text where these differ from the text around it.</summary>
[HtmlTargetElement(Attributes = "text-language")]
public sealed class TextLanguageTagHelper(CurrentSite site) : TagHelper
{
    /// <summary>BCP 47 language of the text inside.</summary>
    public required string TextLanguage { get; set; }

    /// <summary>BCP 47 language around the element; the site's own when left out.</summary>
    public string? Within { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var around = Within ?? site.View.Language;
        if (string.Equals(TextLanguage, around, StringComparison.OrdinalIgnoreCase)) return;

        output.Attributes.SetAttribute("lang", TextLanguage);
        var direction = TextDirection.Of(TextLanguage);
        if (direction != TextDirection.Of(around)) output.Attributes.SetAttribute("dir", direction);
    }
}
