using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Articles;
using NewsSite.Features.Media;
using NewsSite.Features.Publishing;
using NewsSite.Features.Shared;
using NewsSite.Features.Summaries;
using NewsSite.Markup;

namespace NewsSite.Features.Newsroom;

/// <summary>Shows what stands in the editor as readers would see it; nothing of it is kept.</summary>
public sealed class PreviewDesk(NewsDbContext db, ArticleFolder folder, CopyDesk copyDesk, NewsroomPictures pictures, CurrentSite site)
{
    private const int MaxNames = 30;

    /// <param name="form">As far as it is filled in: what is missing or wrong is left out.</param>
    /// <returns>Null when there is no such article, or none for this person.</returns>
    public async Task<Preview?> MakeAsync(long? id, ArticleForm form, StaffMember member, DateTimeOffset now, CancellationToken ct)
    {
        var open = id is { } known ? await folder.OpenAsync(known, member, ct) : null;
        if (id is not null && open is null) return null;
        if (FormText.LengthOf(form) > ArticleForm.MaxLength) return Preview.Refused(new MarkupRefusal("The text is too long.", null), words: 0);

        form = form.Shortened();
        var section = await db.Sections.AsNoTracking().SingleOrDefaultAsync(each => each.Id == form.Section, ct) ?? open?.Article.Section;
        var stored = await pictures.FindAsync(form.Picture, ct);
        var prepared = await copyDesk.PrepareAsync(await ManuscriptAsync(form, section, member, open?.Article.EditionPath, stored, ct), site.View.Language, ct);
        if (prepared is not { Copy: { } copy, Body: { } body }) return Preview.Refused(prepared.Refusal!, WordCount.Of(form.Body ?? ""));

        var standing = open?.Article.Summary;
        var view = ViewOf(copy, form, section, stored, TimeOf(form, open?.Article, now)) with
        {
            Summary = ArticleReader.SummaryOf(copy.Summary is { } made ? standing?.RevisedBy(made) ?? made : null),
        };
        return new Preview(view, null, copy.Words) { Body = body, OffersSummary = copy.OffersSummary, Standing = standing };
    }

    private async Task<Manuscript> ManuscriptAsync(ArticleForm form, Section? section, StaffMember member, string? editionPath, StoredPicture? stored, CancellationToken ct) => new()
    {
        Headline = Text(form.Headline) ?? "",
        Standfirst = Text(form.Standfirst),
        Slug = Slug.TryParse(form.Slug?.Trim()) ?? Slug.From(form.Headline ?? "") ?? Slug.Of("untitled"),
        Section = section ?? Nowhere(),
        Authors = [.. Names(form.Byline).Select(name => new Author(Slug.From(name)!, name))],
        Tags = [.. Names(form.Tags).Select(name => new Tag(Slug.From(name)!, name))],
        Language = Text(form.Language) is { } tag && LanguageTag.IsWellFormed(tag) ? tag : null,
        Body = form.Body ?? "",
        FindPicture = await pictures.FinderForAsync(form.Body, editionPath, ct),
        Choice = SummaryChoice.OfField(form.Summary),
        SummaryEditor = member.Name,
        OffersSummary = form.OffersSummary && section?.OffersSummaries is not false,
        Picture = PictureOf(form, stored),
    };

    private ArticleView ViewOf(ArticleCopy copy, ArticleForm form, Section? section, StoredPicture? stored, DateTimeOffset at) => new(
        new StoryView(
            0, copy.Slug.Value, copy.Headline.Length > 0 ? copy.Headline : "Untitled", copy.Standfirst, copy.Language ?? site.View.Language,
            section is null ? new SectionLink("", "No section yet", "slate") : site.View.SectionOf(section.Slug.Value, section.Name),
            at, null, Names(form.Byline), PictureView.Of(copy.Picture, stored is null ? null : new AssetFacts(stored.Focus, stored.Tone))),
        [.. copy.Authors.Select(author => new AuthorLink(author.Name, author.Slug.Value))],
        [.. copy.Tags.Select(tag => new TagLink(tag.Id, tag.Name, tag.Slug.Value))],
        copy.Html,
        copy.Words,
        Summary: null, Previous: null, Next: null, Series: null, []);

    private DateTimeOffset TimeOf(ArticleForm form, Article? article, DateTimeOffset now) =>
        article?.IsOut(now) is true ? article.PublishedAt!.Value
        : WallTime.TryParse(form.PublishAt ?? "", site.View.TimeZone.Id)?.ToInstant() is { } due && due > now ? due
        : now;

    private static Picture? PictureOf(ArticleForm form, StoredPicture? stored) => stored is not null
        ? new Picture(stored.File, form.PictureIsDecorative ? "" : Text(form.PictureAlt) ?? "", Text(form.PictureCaption), Text(form.PictureCredit), stored.Width, stored.Height)
        : null;

    private static Section Nowhere() => new(Slug.Of("nowhere"), "", 0);

    private static List<string> Names(string? text) =>
        [.. FormText.NamesIn(text).Where(name => Slug.From(name) is not null).Distinct().Take(MaxNames)];

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <param name="View">Null when the body cannot be shown.</param>
/// <param name="Refusal">Why not.</param>
public sealed record Preview(ArticleView? View, MarkupRefusal? Refusal, int Words)
{
    /// <summary>The text of the preview before the summary's sources were marked; null with a refusal.</summary>
    public RenderedBody? Body { get; init; }

    /// <summary>Whether readers would be offered a summary.</summary>
    public bool OffersSummary { get; init; }

    /// <summary>The summary that the article has now.</summary>
    public ArticleSummary? Standing { get; init; }

    public int Minutes => ReadingTime.Minutes(Words);

    internal static Preview Refused(MarkupRefusal refusal, int words) => new(null, refusal, words);
}
