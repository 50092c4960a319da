namespace NewsSite.Features.Articles;

/// <summary>An article from its headline to its tags: on its page, and in the newsroom's preview.</summary>
/// <param name="IsPreview">It stands on a page that has a headline of its own.</param>
public sealed record StorySheet(ArticleView View, bool IsPreview = false);
