using NewsSite.Features.Shared;

namespace NewsSite.Features.Search;

/// <param name="Query">As the reader typed it.</param>
/// <param name="Page">Newest first; null when nothing was asked.</param>
public sealed record SearchView(string Query, StoryPage? Page);
