namespace NewsSite.Markup;

/// <summary>Time and room for one <see cref="ArticleMarkup"/>. The limits on a body's size and shape are fixed: see <see cref="BodyScan"/>.</summary>
public sealed class MarkupOptions
{
    /// <summary>How long one render may take, its wait for a free worker included.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Renders at the same time. A render that outlives its deadline keeps its place until it ends, so they cannot pile up.</summary>
    public int Workers { get; init; } = Math.Max(2, Environment.ProcessorCount / 2);
}
