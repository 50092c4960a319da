namespace NewsSite.Domain.Site;

/// <summary>A page of the house: About, Imprint, Privacy.</summary>
public sealed class ContentPage : IVersioned
{
    public const int MaxTitleLength = 120;

    private ContentPage()
    {
    }

    public ContentPage(Slug slug, string title, string markdown, string html) =>
        (Slug, Title, Markdown, Html) = (slug, title, markdown, html);

    public long Id { get; private set; }

    public Slug Slug { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public string Markdown { get; private set; } = "";

    /// <summary>Safe HTML, made from <see cref="Markdown"/> when saved.</summary>
    public string Html { get; private set; } = "";

    /// <summary>Hash of the edition file that it was last taken from; null once an editor has changed it.</summary>
    public string? EditionHash { get; private set; }

    public int Version { get; private set; }

    public void Revise(string title, string markdown, string html) =>
        (Title, Markdown, Html, EditionHash) = (title, markdown, html, null);

    public void MarkAsFromEdition(string editionHash) => EditionHash = editionHash;
}
