using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Markup;

namespace NewsSite.Features.Newsroom.Checks;

/// <summary>All that the list before publishing looks at.</summary>
public sealed record ChecklistInput
{
    public string Headline { get; init; } = "";

    public string Standfirst { get; init; } = "";

    public bool HasSection { get; init; }

    public bool HasByline { get; init; }

    public string Markdown { get; init; } = "";

    /// <summary>Rendered from <see cref="Markdown"/>; null when it cannot be.</summary>
    public RenderedBody? Body { get; init; }

    /// <summary>Why <see cref="Body"/> is null.</summary>
    public MarkupRefusal? Refusal { get; init; }

    /// <summary>BCP 47 of the text.</summary>
    public required string Language { get; init; }

    /// <summary>Null when readers are offered none.</summary>
    public ArticleSummary? Summary { get; init; }

    /// <summary>What is wrong with the field <c>Summary</c> as such.</summary>
    public string? SummaryComplaint { get; init; }

    /// <summary>The picture over the article, sizes left out; null when there is none.</summary>
    public CheckedPicture? Picture { get; init; }

    /// <summary>When readers may see it; null: at once.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    public DateTimeOffset? EmbargoUntil { get; init; }

    /// <summary>Who is told; null: somebody who may see everything.</summary>
    public StaffMember? Member { get; init; }

    /// <summary>What stands in the editor.</summary>
    /// <param name="body">Rendered from the form; null when it cannot be.</param>
    /// <param name="refusal">Why <paramref name="body"/> is null.</param>
    /// <param name="panel">Drawn from the same form; null with a refusal.</param>
    /// <param name="language">BCP 47 of the text.</param>
    /// <param name="zone">IANA name of the site's zone, in which the form's times are meant.</param>
    public static ChecklistInput Of(ArticleForm form, RenderedBody? body, MarkupRefusal? refusal, SummaryPanel? panel, string language, string zone) => new()
    {
        Headline = form.Headline?.Trim() ?? "",
        Standfirst = form.Standfirst?.Trim() ?? "",
        HasSection = form.Section is not null,
        HasByline = FormText.NamesIn(form.Byline).Length > 0,
        Markdown = form.Body ?? "",
        Body = body,
        Refusal = refusal,
        Language = language,
        Summary = panel?.Summary,
        SummaryComplaint = form.OffersSummary ? panel?.Complaint : null,
        Picture = string.IsNullOrWhiteSpace(form.Picture) ? null : new CheckedPicture(form.PictureAlt, form.PictureIsDecorative, form.PictureCaption, form.PictureCredit),
        PublishAt = Instant(form.PublishAt, zone),
        EmbargoUntil = Instant(form.EmbargoUntil, zone),
    };

    /// <summary>What is stored.</summary>
    /// <param name="article">With section, body, summary and byline.</param>
    /// <param name="publishAt">When readers would see it; null: at once.</param>
    public static ChecklistInput Of(Article article, string siteLanguage, DateTimeOffset? publishAt) => new()
    {
        Headline = article.Headline,
        Standfirst = article.Standfirst ?? "",
        HasSection = true,
        HasByline = article.Byline.Count > 0,
        Markdown = article.Body.Markdown,
        Body = StoredBody.Read(article.Body.Html),
        Language = article.Language ?? siteLanguage,
        Summary = article.OffersSummary ? article.Summary : null,
        Picture = article.Picture is { } picture ? new CheckedPicture(picture.Alt, picture.Alt.Length == 0, picture.Caption, picture.Credit) : null,
        PublishAt = publishAt,
        EmbargoUntil = article.EmbargoedUntil,
    };

    private static DateTimeOffset? Instant(string? local, string zone) =>
        string.IsNullOrWhiteSpace(local) ? null : WallTime.TryParse(local, zone)?.ToInstant();
}

/// <param name="IsDecorative">An empty alternative text is meant.</param>
public sealed record CheckedPicture(string? Alt, bool IsDecorative, string? Caption, string? Credit);
