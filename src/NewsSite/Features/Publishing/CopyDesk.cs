using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Features.Media;
using NewsSite.Features.Summaries;
using NewsSite.Markup;

namespace NewsSite.Features.Publishing;

/// <summary>Makes a manuscript ready to be kept: safe HTML and a summary, once, at save.</summary>
public sealed class CopyDesk(ArticleMarkup markup, SummaryMaker summaries)
{
    /// <param name="siteLanguage">BCP 47; used where the manuscript names no language.</param>
    public async Task<CopyOutcome> PrepareAsync(Manuscript manuscript, string siteLanguage, CancellationToken ct)
    {
        manuscript = manuscript with { Body = CleanText.Lines(manuscript.Body) };
        var language = manuscript.Language ?? siteLanguage;
        var rendered = await markup.RenderAsync(manuscript.Body, manuscript.FindPicture, language, ct);
        if (rendered.Body is not { } body) return new CopyOutcome(null, rendered.Refusal);

        var brief = new SummaryBrief(manuscript.Headline, manuscript.Standfirst, language, manuscript.Body, body, manuscript.Choice, manuscript.SummaryEditor);
        var summary = manuscript.OffersSummary ? summaries.Make(brief) : null;
        return new CopyOutcome(ToCopy(manuscript, body, summary, siteLanguage), null) { Body = body };
    }

    private static ArticleCopy ToCopy(Manuscript manuscript, RenderedBody body, SummaryDraft? summary, string siteLanguage) => new()
    {
        Headline = manuscript.Headline,
        Standfirst = manuscript.Standfirst,
        Slug = manuscript.Slug,
        Section = manuscript.Section,
        Authors = manuscript.Authors,
        Tags = manuscript.Tags,
        Language = manuscript.Language,
        Markdown = manuscript.Body,
        Html = summary is null ? body.Html : summary.MarkSources(body.Html, siteLanguage),
        Words = body.Words,
        Summary = summary?.Summary,
        OffersSummary = manuscript.OffersSummary,
        Picture = manuscript.Picture,
        PicturesInText = PictureShelf.NamesIn(body.Html),
        Series = manuscript.Series,
        TranslationOf = manuscript.TranslationOf,
        Embargo = manuscript.Embargo,
        Notes = manuscript.Notes,
        UpdatedAt = manuscript.UpdatedAt,
    };
}

/// <summary>Exactly one is set.</summary>
/// <param name="Refusal">Why the body cannot be shown, for the person who wrote it.</param>
public sealed record CopyOutcome(ArticleCopy? Copy, MarkupRefusal? Refusal)
{
    /// <summary>What the copy's HTML was made of, before the summary's sources were marked; null with a refusal.</summary>
    public RenderedBody? Body { get; init; }
}
