using NewsSite.Domain.Articles;

namespace NewsSite.Features.Shared;

/// <summary>What the page in the making is made from. A page that names nothing is never stored.</summary>
public sealed class PageSources
{
    private readonly HashSet<string> tags = new(StringComparer.Ordinal);

    /// <summary>Of <see cref="DependencyTags"/>.</summary>
    public IReadOnlyCollection<string> Tags => tags;

    /// <summary>When the page differs by itself (UTC); null when only a change makes it differ.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Called each time that the page has been sent, the first included.</summary>
    public Func<HttpContext, Task>? Sent { get; set; }

    public void Add(string tag) => tags.Add(tag);

    public void Add(IEnumerable<string> more) => tags.UnionWith(more);

    /// <param name="at">The earliest of several counts; null counts for none.</param>
    public void DifferFrom(DateTimeOffset? at)
    {
        if (at < (Until ?? DateTimeOffset.MaxValue)) Until = at;
    }
}
