using NewsSite.Data.Search;
using NewsSite.Domain.Articles;
using NewsSite.Markup;

namespace NewsSite.Features.Publishing;

/// <summary>What the search is given of an article.</summary>
internal static class SearchText
{
    /// <param name="article">Published; with its body, its byline and its tags.</param>
    public static SearchRow Of(Article article) => new(article.Id, article.PublishedAt!.Value, article.Headline, article.Standfirst, HtmlText.Of(article.Body.Html))
    {
        SectionId = article.SectionId,
        Authors = [.. article.Byline.Select(entry => new SearchName(entry.Author.Id, entry.Author.Name))],
        Tags = [.. article.Tags.Select(entry => new SearchName(entry.Tag.Id, entry.Tag.Name))],
    };
}
