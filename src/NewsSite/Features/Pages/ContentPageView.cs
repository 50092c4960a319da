namespace NewsSite.Features.Pages;

public sealed record ContentPageView(string Title, string Slug, string Html);
