using System.ComponentModel.DataAnnotations;

namespace NewsSite.Features.Newsroom;

/// <summary>The editor's fields, just as typed: whatever stands in them can be kept, and only filing asks whether it is right.</summary>
public sealed class ArticleForm
{
    /// <summary>In UTF-16 code units, all fields together; more is refused before it is read.</summary>
    public const int MaxLength = 1_000_000;

    private const int MaxShownLength = 5_000;

    public string? Headline { get; set; }

    public string? Standfirst { get; set; }

    /// <summary>Markdown.</summary>
    [DataType(DataType.MultilineText)]
    public string? Body { get; set; }

    /// <summary>Id; null until somebody chose.</summary>
    public long? Section { get; set; }

    /// <summary>Names, separated by commas; new ones are made.</summary>
    public string? Tags { get; set; }

    /// <summary>Names of authors and guests, separated by commas; new ones are made.</summary>
    public string? Byline { get; set; }

    /// <summary>Empty: made from the headline.</summary>
    public string? Slug { get; set; }

    /// <summary>Take <see cref="Slug"/> although old links to it lead to another article.</summary>
    public bool TakesOver { get; set; }

    /// <summary>BCP 47; empty: the site's.</summary>
    public string? Language { get; set; }

    /// <summary>Local time in the site's zone, <c>2026-10-25T02:30</c>; empty: at once.</summary>
    public string? PublishAt { get; set; }

    /// <summary>As <see cref="PublishAt"/>; empty: no embargo.</summary>
    public string? EmbargoUntil { get; set; }

    public string? Series { get; set; }

    /// <summary>Slug or address of the article that this one translates.</summary>
    public string? TranslationOf { get; set; }

    /// <summary>For the newsroom only.</summary>
    [DataType(DataType.MultilineText)]
    public string? Notes { get; set; }

    public bool OffersSummary { get; set; } = true;

    /// <summary>The editor's sentences as JSON, see <c>SummaryChoice</c>; empty: picked automatically.</summary>
    public string? Summary { get; set; }

    /// <summary>Name of a picture in the media folder.</summary>
    public string? Picture { get; set; }

    public string? PictureAlt { get; set; }

    /// <summary>The picture tells nothing that the text does not: an empty alternative text is meant.</summary>
    public bool PictureIsDecorative { get; set; }

    public string? PictureCaption { get; set; }

    public string? PictureCredit { get; set; }

    /// <summary>
    /// For the preview, which reads all of it at each key: lines as far as they could ever be filed, and further.
    /// The text and its summary stay whole; they have limits of their own.
    /// </summary>
    public ArticleForm Shortened()
    {
        (Headline, Standfirst, Tags, Byline, Slug, Language, PublishAt, EmbargoUntil) =
            (Cut(Headline), Cut(Standfirst), Cut(Tags), Cut(Byline), Cut(Slug), Cut(Language), Cut(PublishAt), Cut(EmbargoUntil));
        (Series, TranslationOf, Notes, Picture, PictureAlt, PictureCaption, PictureCredit) =
            (Cut(Series), Cut(TranslationOf), Cut(Notes), Cut(Picture), Cut(PictureAlt), Cut(PictureCaption), Cut(PictureCredit));
        return this;
    }

    private static string? Cut(string? line) => line?.Length > MaxShownLength ? line[..MaxShownLength] : line;
}
