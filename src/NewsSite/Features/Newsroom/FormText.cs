using System.Text.Json;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Features.Summaries;

namespace NewsSite.Features.Newsroom;

/// <summary>The editor's fields as they are kept, and as an article fills them.</summary>
internal static class FormText
{
    public static string Write(ArticleForm form) => JsonSerializer.Serialize(form);

    public static ArticleForm Read(string fields) => JsonSerializer.Deserialize<ArticleForm>(fields) ?? new ArticleForm();

    public static ArticleForm CopyOf(ArticleForm form) => Read(Write(form));

    /// <summary>An article as it stands in the editor: what has not been filed, or else what has.</summary>
    /// <param name="zone">IANA name of the site's zone, in which times are shown.</param>
    public static ArticleForm Of(OpenArticle open, string zone) => open.Copy is { } copy ? Read(copy.Fields) : Of(open.Article, zone);

    /// <summary>The names in a field that holds several, with commas between them, as written.</summary>
    public static string[] NamesIn(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>UTF-16 code units of all fields together.</summary>
    public static int LengthOf(ArticleForm form) =>
        new[]
        {
            form.Headline, form.Standfirst, form.Body, form.Tags, form.Byline, form.Slug, form.Language, form.PublishAt, form.EmbargoUntil, form.Series,
            form.TranslationOf, form.Notes, form.Summary, form.Picture, form.PictureAlt, form.PictureCaption, form.PictureCredit,
        }.Sum(text => text?.Length ?? 0);

    /// <param name="zone">IANA name of the site's zone, in which times are shown.</param>
    public static ArticleForm Of(Article article, string zone) => new()
    {
        Headline = article.Headline,
        Standfirst = article.Standfirst,
        Body = article.Body.Markdown,
        Section = article.SectionId,
        Tags = string.Join(", ", article.Tags.OrderBy(entry => entry.Position).Select(entry => entry.Tag.Name)),
        Byline = string.Join(", ", article.Byline.OrderBy(entry => entry.Position).Select(entry => entry.Author.Name)),
        Slug = article.Slug.Value,
        Language = article.Language,
        PublishAt = Local(article.PublishedAt, zone),
        EmbargoUntil = Local(article.EmbargoedUntil, zone),
        Series = article.Series,
        TranslationOf = article.TranslationOf?.Slug.Value,
        Notes = article.Notes,
        OffersSummary = article.OffersSummary,
        Summary = SummaryChoice.Of(article.Summary)?.ToJson(),
        Picture = article.Picture?.File,
        PictureAlt = article.Picture?.Alt,
        PictureIsDecorative = article.Picture is { Alt: "" },
        PictureCaption = article.Picture?.Caption,
        PictureCredit = article.Picture?.Credit,
    };

    private static string? Local(DateTimeOffset? at, string zone) => at is { } instant ? WallTime.At(instant, zone).ToField() : null;
}
