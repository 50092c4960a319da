namespace NewsSite.Domain.Articles;

/// <summary>The answer to "No time to read?".</summary>
public sealed class ArticleSummary
{
    private ArticleSummary()
    {
    }

    /// <param name="method">Name and version of the method that picked the sentences; null when a person wrote them.</param>
    /// <param name="bodyHash">Of the Markdown it was made from.</param>
    /// <param name="editor">Name of the person who edited or wrote it, or let a language model's words pass.</param>
    public ArticleSummary(
        SummaryOrigin origin, IReadOnlyList<SummarySentence> sentences, string? method, string bodyHash, string? editor = null) =>
        (Origin, Sentences, Method, BodyHash, Editor) = (origin, sentences, method, bodyHash, editor);

    public long ArticleId { get; private set; }

    public SummaryOrigin Origin { get; private set; }

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<SummarySentence> Sentences { get; private set; } = [];

    public string? Method { get; private set; }

    /// <summary>Of the Markdown that the sentences were made from or last checked against.</summary>
    public string BodyHash { get; private set; } = "";

    /// <summary>The body has changed since a person wrote or approved the summary.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Who edited or wrote it, or let a language model's words pass; null when it was picked, or came from files.</summary>
    public string? Editor { get; private set; }

    /// <summary>Takes over what a save made; a person's unchanged words over a changed body become stale.</summary>
    internal void Replace(ArticleSummary made)
    {
        var sameWords = Origin == made.Origin && Sentences.Select(s => s.Text).SequenceEqual(made.Sentences.Select(s => s.Text));
        IsStale = made.Origin is not SummaryOrigin.Picked && sameWords && BodyHash != made.BodyHash;
        if (!IsStale) BodyHash = made.BodyHash;
        (Origin, Sentences, Method, Editor) = (made.Origin, made.Sentences, made.Method, made.Editor);
    }
}

/// <param name="Anchor">Id of its source sentence in the body's HTML; null when the body has no such sentence.</param>
/// <param name="Source">The sentence of the body that an editor rewrote; null when the text is verbatim or has no source.</param>
public sealed record SummarySentence(string Text, string? Anchor, string? Source = null);
