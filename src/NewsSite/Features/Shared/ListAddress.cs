using Microsoft.AspNetCore.WebUtilities;

namespace NewsSite.Features.Shared;

/// <summary>The addresses of one page of a list and of its neighbours.</summary>
/// <param name="Path">The list without a query.</param>
/// <param name="Asked">The page that is shown.</param>
public sealed record ListAddress(string Path, PageRequest Asked, StoryPage Page)
{
    /// <summary>True for the first page, which carries the head of a list.</summary>
    public bool IsFirst => Page.Newer is null;

    public string Here => At(Asked);

    public string? OlderUrl => Page.Older is null ? null : At(new(Page.Older, null));

    public string? NewerUrl => Page.Newer is null ? null : At(new(null, Page.Newer));

    private string At(PageRequest page)
    {
        KeyValuePair<string, string?>[] values = [new("older", page.Older), new("newer", page.Newer)];
        return QueryHelpers.AddQueryString(Path, values.Where(value => !string.IsNullOrEmpty(value.Value)));
    }
}
