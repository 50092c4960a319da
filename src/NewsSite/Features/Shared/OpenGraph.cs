namespace NewsSite.Features.Shared;

/// <summary>What other sites show of a page that somebody shares, by ogp.me.</summary>
/// <param name="Type">Such as <c>article</c>.</param>
/// <param name="Path">Of the page's one true address; begins with a slash.</param>
/// <param name="Language">BCP 47 of the page's text.</param>
/// <param name="Description">Plain text.</param>
public sealed record OpenGraph(string Type, string Title, string Path, string Language, string? Description)
{
    /// <summary>The language, with its country where that is known.</summary>
    public string Locale => Language.Replace('-', '_');
}
