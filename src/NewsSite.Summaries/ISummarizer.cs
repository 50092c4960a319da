namespace NewsSite.Summaries;

/// <summary>Chooses the sentences that best stand for an article.</summary>
public interface ISummarizer
{
    /// <summary>Name of the method, for example <c>lead</c>.</summary>
    string Method { get; }

    /// <summary>Changes whenever the same text could give another answer.</summary>
    string MethodVersion { get; }

    /// <summary>Picks sentences verbatim, in the order of the article.</summary>
    /// <param name="article">Prose only: no headings, captions, tables or code.</param>
    /// <returns>No sentences when nothing in the article is fit to be picked.</returns>
    Summary Summarize(ArticleText article);

    /// <summary>Lists sentences that may stand in a summary, each once, for a person who wants another one.</summary>
    /// <param name="article">As for <see cref="Summarize"/>.</param>
    /// <param name="count">How many at most; 0 or less gives none.</param>
    /// <returns>The best first; each is judged by itself, so the top of the list need not be what <see cref="Summarize"/> picks together.</returns>
    IReadOnlyList<SummarySentence> Rank(ArticleText article, int count);
}

/// <summary>What a summarizer reads.</summary>
/// <param name="Paragraphs">Plain text of each body paragraph, in order; no markup.</param>
/// <param name="Headline">Plain text, if known.</param>
/// <param name="Standfirst">Plain text, if known.</param>
/// <param name="Language">BCP 47 tag such as <c>en</c> or <c>pt-BR</c>, if known.</param>
public sealed record ArticleText(
    IReadOnlyList<string> Paragraphs,
    string? Headline = null,
    string? Standfirst = null,
    string? Language = null);

/// <summary>A summary and the method that made it.</summary>
/// <param name="Sentences">In the order of the article.</param>
/// <param name="Method">Name of the method, for example <c>lead</c>.</param>
/// <param name="MethodVersion">Changes whenever the same text could give another answer.</param>
public sealed record Summary(IReadOnlyList<SummarySentence> Sentences, string Method, string MethodVersion);

/// <summary>One sentence, verbatim, and where it stands.</summary>
/// <param name="Text">Equal to the given range of the paragraph.</param>
/// <param name="Paragraph">Index into <see cref="ArticleText.Paragraphs"/>.</param>
/// <param name="Start">Offset in the paragraph, in UTF-16 code units.</param>
/// <param name="Length">In UTF-16 code units.</param>
/// <param name="Score">The method's own measure; higher is better; comparable within one summary only.</param>
public sealed record SummarySentence(string Text, int Paragraph, int Start, int Length, double Score);
