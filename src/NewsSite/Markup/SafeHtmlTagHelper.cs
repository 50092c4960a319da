using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NewsSite.Markup;

/// <summary>Writes HTML that this folder has made safe, as it is and without an element around it.</summary>
[HtmlTargetElement("safe-html", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SafeHtmlTagHelper : TagHelper
{
    /// <summary>HTML that came out of <see cref="ArticleMarkup"/>; nothing else belongs here.</summary>
    public required string Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Value);
    }
}
