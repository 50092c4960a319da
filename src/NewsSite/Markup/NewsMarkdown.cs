using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;

namespace NewsSite.Markup;

/// <summary>The Markdown that the news needs. Raw HTML is shown as text; generic attributes and media embeds are left out on purpose.</summary>
internal static class NewsMarkdown
{
    private static readonly MarkdownPipeline Pipeline = Build();

    /// <exception cref="ArgumentException">The text is nested too deeply.</exception>
    public static string ToHtml(string markdown) => Markdig.Markdown.ToHtml(markdown, Pipeline);

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = 40 };
        return builder
            .UsePipeTables(new PipeTableOptions { UseHeaderForColumnCount = true })
            .UseFootnotes()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseCjkFriendlyEmphasis()
            .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
            .DisableHtml()
            .Build();
    }
}
