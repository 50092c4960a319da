using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Publishing;
using NewsSite.Features.Shared;
using NewsSite.Features.Summaries;

namespace NewsSite.Features.Newsroom;

/// <summary>Turns the editor's fields into copy that can be kept and shown.</summary>
public sealed class Filing(NewsDbContext db, NameDesk names, CopyDesk copyDesk, NewsroomPictures pictures, CurrentSite site)
{
    /// <param name="article">The article that the fields belong to, for its address.</param>
    /// <param name="by">Whoever files; readers are told their name when the summary is theirs.</param>
    /// <returns>The copy, or what is wrong with which field.</returns>
    public async Task<FilingOutcome> FileAsync(ArticleForm form, Article article, StaffMember by, DateTimeOffset now, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var headline = errors.Required(nameof(form.Headline), form.Headline, Article.MaxHeadlineLength, "The article needs a headline.");
        var manuscript = new Manuscript
        {
            Headline = headline,
            Standfirst = errors.Optional(nameof(form.Standfirst), form.Standfirst, Article.MaxStandfirstLength),
            Slug = await SlugAsync(form, article, headline, OthersKnownTo(by, article, now), now, errors, ct),
            Section = await SectionAsync(form, errors, ct) ?? article.Section,
            Authors = await NamesAsync(nameof(form.Byline), form.Byline, Author.MaxNameLength, found => names.AuthorsAsync(found, ct), errors),
            Tags = await NamesAsync(nameof(form.Tags), form.Tags, Tag.MaxNameLength, found => names.TagsAsync(found, ct), errors),
            Language = LanguageOf(form, errors),
            Body = form.Body ?? "",
            FindPicture = await pictures.FinderForAsync(form.Body, article.EditionPath, ct),
            OffersSummary = form.OffersSummary,
            Choice = ChoiceOf(form, errors),
            SummaryEditor = by.Name,
            Picture = await PictureAsync(form, errors, ct),
            Series = errors.Optional(nameof(form.Series), form.Series, Article.MaxSeriesLength),
            TranslationOf = await OriginalAsync(form, OthersKnownTo(by, article, now), errors, ct),
            Embargo = errors.Time(nameof(form.EmbargoUntil), form.EmbargoUntil, site.View.TimeZone.Id),
            Notes = errors.Optional(nameof(form.Notes), form.Notes, Article.MaxNotesLength),
            UpdatedAt = article.IsOut(now) ? now : article.UpdatedAt,
        };
        _ = errors.Time(nameof(form.PublishAt), form.PublishAt, site.View.TimeZone.Id);
        if (string.IsNullOrWhiteSpace(form.Body)) errors.Add(nameof(form.Body), "The article has no text yet.");
        if (errors.Any) return new FilingOutcome(null, errors);

        var prepared = await copyDesk.PrepareAsync(manuscript, site.View.Language, ct);
        if (prepared.Refusal is { } refusal) errors.Add(nameof(form.Body), refusal.Line is { } line ? $"Line {line}: {refusal.Reason}" : refusal.Reason);
        return new FilingOutcome(prepared.Copy, errors);
    }

    // The address that it has already was asked about when it was taken.
    private async Task<Slug> SlugAsync(
        ArticleForm form, Article article, string headline, IQueryable<Article> others, DateTimeOffset now, FieldErrors errors, CancellationToken ct)
    {
        var typed = form.Slug?.Trim();
        if (string.IsNullOrEmpty(typed)) return !article.WasOut(now) && Slug.From(headline) is { } made ? await names.FreeSlugAsync(made, article.Id, ct) : article.Slug;
        if (typed == article.Slug.Value) return article.Slug;
        if (Slug.TryParse(typed) is not { } slug)
            errors.Add(nameof(form.Slug), $"Use lower-case letters, digits and single hyphens, at most {Slug.MaxLength} characters.");
        else if (await names.IsTakenAsync(slug, article.Id, ct))
            errors.Add(nameof(form.Slug), "Another article has this address. Choose another.");
        else if (!form.TakesOver && await names.LedToAsync(slug, article.Id, ct) is { } holder)
            errors.Add(nameof(form.TakesOver), await HeldAsync(holder, others, ct));
        else
            return slug;
        return article.Slug;
    }

    private static async Task<string> HeldAsync(long holder, IQueryable<Article> known, CancellationToken ct)
    {
        var headline = await known.Where(other => other.Id == holder).Select(other => other.Headline).SingleOrDefaultAsync(ct);
        return $"Old links to this address lead to {(headline is null ? "another article" : $"“{headline}”")}. Choose another address, or take this one over.";
    }

    private async Task<Section?> SectionAsync(ArticleForm form, FieldErrors errors, CancellationToken ct)
    {
        var section = form.Section is { } id ? await db.Sections.SingleOrDefaultAsync(known => known.Id == id, ct) : null;
        if (section is null) errors.Add(nameof(form.Section), "Choose a section.");
        return section;
    }

    private static async Task<IReadOnlyList<T>> NamesAsync<T>(
        string field, string? text, int maxLength, Func<IReadOnlyList<string>, Task<IReadOnlyList<T>>> find, FieldErrors errors)
    {
        var written = errors.Names(field, text, maxLength);
        if (errors.Has(field)) return [];
        try
        {
            return await find(written);
        }
        catch (NamelessException e)
        {
            errors.Add(field, e.Message);
            return [];
        }
    }

    private static SummaryChoice? ChoiceOf(ArticleForm form, FieldErrors errors)
    {
        var isRight = SummaryChoice.TryParse(form.Summary, out var choice, out var complaint);
        if (!isRight && form.OffersSummary) errors.Add(nameof(form.Summary), complaint!);
        return choice;
    }

    private static string? LanguageOf(ArticleForm form, FieldErrors errors)
    {
        var tag = string.IsNullOrWhiteSpace(form.Language) ? null : form.Language.Trim();
        if (tag is null || LanguageTag.IsWellFormed(tag)) return tag;
        errors.Add(nameof(form.Language), "Write a language tag such as en, de or pt-BR.");
        return null;
    }

    private async Task<Picture?> PictureAsync(ArticleForm form, FieldErrors errors, CancellationToken ct)
    {
        var alt = errors.Optional(nameof(form.PictureAlt), form.PictureAlt, Picture.MaxTextLength);
        var caption = errors.Optional(nameof(form.PictureCaption), form.PictureCaption, Picture.MaxTextLength);
        var credit = errors.Optional(nameof(form.PictureCredit), form.PictureCredit, Picture.MaxTextLength);
        if (string.IsNullOrWhiteSpace(form.Picture)) return null;
        if (await pictures.FindAsync(form.Picture, ct) is { } stored)
            return new Picture(stored.File, form.PictureIsDecorative ? "" : alt ?? "", caption, credit, stored.Width, stored.Height);
        errors.Add(nameof(form.Picture), "There is no such picture.");
        return null;
    }

    // The one that it translates already is no news to whoever has the article open.
    private IQueryable<Article> OthersKnownTo(StaffMember by, Article article, DateTimeOffset now)
    {
        var known = db.Articles.KnownTo(by, now);
        return db.Articles.Where(other => other.Id != article.Id && (other.Id == article.TranslationOfId || known.Any(each => each.Id == other.Id)));
    }

    private async Task<Article?> OriginalAsync(ArticleForm form, IQueryable<Article> articles, FieldErrors errors, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(form.TranslationOf)) return null;

        var slug = Slug.TryParse(Uri.UnescapeDataString(form.TranslationOf.Trim().TrimEnd('/').Split('/')[^1]));
        var original = slug is null ? null : await articles.SingleOrDefaultAsync(other => other.Slug == slug, ct);
        if (original is null && slug is not null && await names.LedToAsync(slug, articleId: 0, ct) is { } moved) original = await articles.SingleOrDefaultAsync(other => other.Id == moved, ct);
        if (original is null) errors.Add(nameof(form.TranslationOf), "There is no article with this slug or address.");
        return original;
    }
}

/// <param name="Copy">Null when something is wrong.</param>
public sealed record FilingOutcome(ArticleCopy? Copy, FieldErrors Errors);
