using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Publishing;

namespace NewsSite.Features.Newsroom;

/// <summary>Begins articles.</summary>
public sealed class Drafting(NewsDbContext db, PublishingDesk publishing, NameDesk names, TimeProvider clock)
{
    private const string Untitled = "Untitled";

    /// <returns>Null when the site has no section to put it in.</returns>
    public async Task<Article?> BeginAsync(ArticleForm form, StaffMember member, CancellationToken ct)
    {
        if (await SectionForAsync(form.Section, member, ct) is not { } section) return null;

        var article = await publishing.DraftAsync(await BlankCopyAsync(form, section, ct), ct);
        article.BelongTo(member.Id);
        db.AuditLog.Add(new AuditEntry(Actor.Of(member), AuditAction.Drafted, HeadlineOf(form), clock.GetUtcNow()) { ArticleId = article.Id, SectionId = section.Id });
        return article;
    }

    /// <summary>The headline by which the newsroom's lists call an article whose fields are these.</summary>
    public static string HeadlineOf(ArticleForm form)
    {
        var headline = string.IsNullOrWhiteSpace(form.Headline) ? Untitled : form.Headline.Trim();
        return headline.Length > Article.MaxHeadlineLength ? headline[..Article.MaxHeadlineLength] : headline;
    }

    private async Task<Section?> SectionForAsync(long? wanted, StaffMember member, CancellationToken ct)
    {
        var sections = await db.Sections.OrderBy(section => section.Position).ToListAsync(ct);
        return sections.Find(section => section.Id == wanted) ?? sections.Find(section => member.Edits(section.Id)) ?? sections.FirstOrDefault();
    }

    private async Task<ArticleCopy> BlankCopyAsync(ArticleForm form, Section section, CancellationToken ct)
    {
        var wanted = Slug.From(HeadlineOf(form)) ?? Slug.Of("untitled");
        return new ArticleCopy { Headline = Untitled, Slug = await names.FreeSlugAsync(wanted, articleId: 0, ct), Section = section, Authors = [], Markdown = "", Html = "", Words = 0 };
    }
}
