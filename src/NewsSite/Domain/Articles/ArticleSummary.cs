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

    /// <summary>What the body says has changed since a person chose, wrote or approved the sentences.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Who edited or wrote it, or let a language model's words pass; null when it was picked, or came from files.</summary>
    public string? Editor { get; private set; }

    /// <summary>How it was made, as readers are told.</summary>
    public SummaryMaking Making => Origin switch
    {
        SummaryOrigin.Picked => SummaryMaking.Picked,
        SummaryOrigin.LanguageModel => SummaryMaking.LanguageModel,
        SummaryOrigin.Written => SummaryMaking.Written,
        _ => Sentences.All(sentence => sentence is { Anchor: not null, Source: null }) ? SummaryMaking.Chosen : SummaryMaking.Edited,
    };

    /// <summary>All sentences in one paragraph: what feeds, search engines and cards show wherever the page shows the list.</summary>
    public string Text => string.Join(' ', Sentences.Select(sentence => sentence.Text));

    /// <summary>Says that the body has changed under it.</summary>
    public void MarkStale() => IsStale = true;

    /// <summary>What becomes of it when an article is revised and the save made another summary.</summary>
    /// <remarks>The same words keep their credit, whoever saved; a model's words stay a model's as long as one of its sentences stands.</remarks>
    public ArticleSummary RevisedBy(ArticleSummary made)
    {
        if (Origin is SummaryOrigin.Picked || made.Origin is SummaryOrigin.Picked) return made;

        var sameWords = Sentences.Select(s => s.Text).SequenceEqual(made.Sentences.Select(s => s.Text));
        // A file does not say which text its words were read against: unchanged words were read when they came.
        var unread = made.Editor is null && sameWords && BodyHash != made.BodyHash && made.Sentences.Any(s => s.Anchor is null);
        var bodyHash = unread ? BodyHash : made.BodyHash;
        var revised = sameWords ? new ArticleSummary(Origin, made.Sentences, Method, bodyHash, Editor)
            : HasModelWordsIn(made) ? new ArticleSummary(Origin, made.Sentences, Method, bodyHash, made.Editor)
            : new ArticleSummary(made.Origin, made.Sentences, made.Method, bodyHash, made.Editor);
        revised.IsStale = made.IsStale || unread;
        return revised;
    }

    internal void Replace(ArticleSummary made) =>
        (Origin, Sentences, Method, BodyHash, Editor, IsStale) = (made.Origin, made.Sentences, made.Method, made.BodyHash, made.Editor, made.IsStale);

    private bool HasModelWordsIn(ArticleSummary made) =>
        Origin is SummaryOrigin.LanguageModel
        && made.Sentences.Any(kept => kept.Anchor is null && Sentences.Any(own => own.Text == kept.Text));
}

/// <summary>One sentence. With an anchor and no source it stands word for word in the body; with neither it was written freely.</summary>
/// <param name="Anchor">Id of its source sentence in the body's HTML; null when the body has no such sentence.</param>
/// <param name="Source">The sentence of the body that it stands for: the one that an editor rewrote, or one that the body no longer has.</param>
public sealed record SummarySentence(string Text, string? Anchor, string? Source = null);
