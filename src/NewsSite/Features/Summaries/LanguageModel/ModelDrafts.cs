using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Markup;

namespace NewsSite.Features.Summaries.LanguageModel;

/// <summary>The way of a language model's words to the readers: drafted, kept, read by a person, approved by name.</summary>
public sealed class ModelDrafts(NewsDbContext db, LanguageModelDrafter drafter, DraftShelf shelf, IOptions<LanguageModelOptions> options)
{
    private const int MaxNameLength = 120;

    /// <summary>Asks for a new draft, which then waits in place of an older one.</summary>
    public async Task<DraftOutcome> DraftAsync(string slug, CancellationToken ct)
    {
        if (options.Value.Kind is null) return Refuse(NoDraftReason.NotConfigured);
        if (await FindAsync(slug, ct) is not { } article) return Refuse(NoDraftReason.NoSuchArticle);
        if (article.Hindrance is { } hindrance) return Refuse(hindrance);

        var outcome = await drafter.DraftAsync(new DraftRequest(article.Id, article.Brief), ct);
        if (outcome.Draft is { } draft) await shelf.PutAsync(article.Id, draft.Waiting, ct);
        else shelf.Remove(article.Id);
        return outcome;
    }

    /// <summary>Shows the waiting draft to readers, just as it was read.</summary>
    /// <param name="approvedBy">Name that readers are told.</param>
    /// <param name="save">Keeps the summary (article id, summary, marked HTML).</param>
    public async Task<DraftOutcome> ApproveAsync(string slug, string approvedBy, Func<long, ArticleSummary, string, Task> save, CancellationToken ct)
    {
        var name = approvedBy.Trim();
        if (name.Length is 0 or > MaxNameLength || name.Any(char.IsControl)) return Refuse(NoDraftReason.NoName);
        if (await FindAsync(slug, ct) is not { } article) return Refuse(NoDraftReason.NoSuchArticle);
        if (article.Hindrance is { } hindrance) return Refuse(hindrance);

        var outcome = drafter.Review(await shelf.FindAsync(article.Id, ct), new DraftRequest(article.Id, article.Brief));
        if (outcome.Draft is not { } draft) return outcome;

        var (summary, html) = draft.Approve(name, article.SiteLanguage);
        await save(article.Id, summary, html);
        shelf.Remove(article.Id);
        return outcome;
    }

    private static DraftOutcome Refuse(NoDraftReason reason) => new(null, new NoDraft(reason), null);

    private async Task<Found?> FindAsync(string slug, CancellationToken ct)
    {
        if (Slug.TryParse(slug) is not { } wanted) return null;

        var siteLanguage = await db.SiteProfiles.Select(site => site.Language).SingleOrDefaultAsync(ct) ?? "en";
        var row = await db.Articles.AsNoTracking()
            .Where(article => article.Slug == wanted)
            .Select(article => new
            {
                article.Id,
                article.Headline,
                article.Standfirst,
                article.Language,
                article.Body.Markdown,
                article.Body.Html,
                Offers = article.OffersSummary && article.Section.OffersSummaries,
                Origin = article.Summary == null ? (SummaryOrigin?)null : article.Summary.Origin,
            })
            .SingleOrDefaultAsync(ct);
        if (row is null) return null;

        var brief = new SummaryBrief(row.Headline, row.Standfirst, row.Language ?? siteLanguage, row.Markdown, StoredBody.Read(row.Html), Choice: null);
        return new Found(row.Id, siteLanguage, brief, row.Offers, row.Origin);
    }

    private sealed record Found(long Id, string SiteLanguage, SummaryBrief Brief, bool Offers, SummaryOrigin? Origin)
    {
        public NoDraftReason? Hindrance =>
            !Offers ? NoDraftReason.SwitchedOff
            : Origin is SummaryOrigin.Written or SummaryOrigin.Edited ? NoDraftReason.OwnSummary
            : null;
    }
}
