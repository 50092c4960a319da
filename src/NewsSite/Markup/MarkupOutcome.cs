namespace NewsSite.Markup;

/// <summary>A picture that the site itself serves.</summary>
/// <param name="Url">Address for the <c>src</c> attribute: a path on this site.</param>
/// <param name="Width">Natural width in pixels.</param>
/// <param name="Height">Natural height in pixels.</param>
public sealed record PictureFile(string Url, int Width, int Height)
{
    /// <summary>Its sizes as WebP, as <c>srcset</c> lists them; null when there is one size only.</summary>
    public string? WebpSources { get; init; }

    /// <summary>Its sizes in a format that every browser reads.</summary>
    public string? PlainSources { get; init; }

    /// <summary>Its mean colour, three hexadecimal digits, each of 0, 5, a and f.</summary>
    public string? Tone { get; init; }
}

/// <summary>Either a rendered body or the reason why there is none; exactly one of the two is set.</summary>
public sealed record MarkupOutcome
{
    private MarkupOutcome(RenderedBody? body, MarkupRefusal? refusal) => (Body, Refusal) = (body, refusal);

    public RenderedBody? Body { get; }

    public MarkupRefusal? Refusal { get; }

    public static MarkupOutcome Rendered(RenderedBody body) => new(body, null);

    public static MarkupOutcome Refused(string reason, int? line = null) => new(null, new MarkupRefusal(reason, line));
}

/// <summary>Why a body was not rendered, fit to be shown to its author.</summary>
/// <param name="Reason">English sentences that say what is wrong and what to change.</param>
/// <param name="Line">1-based line of the Markdown, when it is known.</param>
public sealed record MarkupRefusal(string Reason, int? Line);

/// <summary>An article's body, ready to be stored.</summary>
/// <param name="Html">Sanitised HTML: no script, style, form control, or remote resource. Ids begin with <c>h-</c> or <c>fn</c>.</param>
/// <param name="Paragraphs">
/// The running prose, one plain text for each top-level paragraph, white space collapsed, footnote marks and struck-out words left out.
/// Headings, lists, tables, code, captions, block quotations, footnotes and link cards are no prose.
/// </param>
/// <param name="PlainText">All that a reader can read, one block a line, for the search index.</param>
/// <param name="Words">Length for the reading time: see <see cref="WordCount"/>.</param>
public sealed record RenderedBody(string Html, IReadOnlyList<string> Paragraphs, string PlainText, int Words);
