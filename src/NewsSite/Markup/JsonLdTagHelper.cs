using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NewsSite.Markup;

/// <summary>Writes data for machines into a page, as JSON-LD 1.1 (W3C) embeds it in HTML. Browsers run none of it.</summary>
[HtmlTargetElement("json-ld", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class JsonLdTagHelper : TagHelper
{
    public required JsonObject Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "application/ld+json");
        // The default encoder writes <, > and & as \u003C, \u003E and \u0026: no text can end the element.
        output.Content.SetHtmlContent(Value.ToJsonString(JsonSerializerOptions.Default));
    }
}
