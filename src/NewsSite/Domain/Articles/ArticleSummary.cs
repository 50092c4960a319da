namespace NewsSite.Domain.Articles;

/// <summary>The answer to "No time to read?".</summary>
public sealed class ArticleSummary
{
    private ArticleSummary()
    {
    }

    /// <param name="method">Name and version of the method that picked the sentences; null when a person wrote them.</param>
    /// <param name="bodyHash">Of the Markdown it was made from.</param>
    public ArticleSummary(SummaryOrigin origin, IReadOnlyList<SummarySentence> sentences, string? method, string bodyHash) =>
        (Origin, Sentences, Method, BodyHash) = (origin, sentences, method, bodyHash);

    public long ArticleId { get; private set; }

    public SummaryOrigin Origin { get; private set; }

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<SummarySentence> Sentences { get; private set; } = [];

    public string? Method { get; private set; }

    public string BodyHash { get; private set; } = "";

    internal void Replace(ArticleSummary other) =>
        (Origin, Sentences, Method, BodyHash) = (other.Origin, other.Sentences, other.Method, other.BodyHash);
}

/// <param name="Anchor">Id of its source sentence in the body's HTML; null when the body has no such sentence.</param>
public sealed record SummarySentence(string Text, string? Anchor);
