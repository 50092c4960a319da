using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Shared;
using NewsSite.Markup;

namespace NewsSite.Features.Newsroom.Revisions;

/// <summary>Keeps every saved version of an article's fields. A part of the text that stays the same is kept once.</summary>
/// <remarks>Its methods save within the caller's transaction, after the article: two people cannot number one article's revisions at once.</remarks>
public sealed class RevisionShelf(NewsDbContext db, CurrentSite site, TimeProvider clock)
{
    /// <summary>Keeps what somebody typed; within one sitting it takes the place of what they saved before.</summary>
    /// <param name="restores">Number of the revision that the fields are brought back from; null when they were typed.</param>
    public async Task KeepAsync(Article article, ArticleForm form, Actor by, int? restores, CancellationToken ct)
    {
        var (words, now) = (WordsIn(form), clock.GetUtcNow());
        var last = await LastAsync(article.Id, ct);
        if (restores is null && last?.Takes(by, words, now) is true && !await WasReadByOthersAsync(last, by, ct)) await FoldAsync(last, article, form, words, ct);
        else await AddAsync(new Revision(article.Id, NumberAfter(last), by, now) { RestoredFrom = restores }, article, form, words, ct);
    }

    /// <summary>Keeps an article's fields as they were before anybody typed here: what files brought, or an earlier edition of this program.</summary>
    public async Task KeepFirstAsync(Article article, CancellationToken ct)
    {
        if (await LastAsync(article.Id, ct) is not null) return;
        var (by, at) = (new Actor(null, article.EditedBy ?? Actor.Edition.Name), article.EditedAt ?? article.PublishedAt ?? clock.GetUtcNow());
        var form = FiledForm(article);
        await AddAsync(new Revision(article.Id, 1, by, at), article, form, WordsIn(form), ct);
    }

    /// <summary>Keeps the fields as they were filed, as the newest revision: what stood in the editor was dropped.</summary>
    public Task KeepFiledAsync(Article article, Actor by, CancellationToken ct) => KeepAsync(article, FiledForm(article), by, restores: null, ct);

    /// <summary>Keeps what was done to the fields without anybody typing, as a revision of its own.</summary>
    public async Task KeepActAsync(Article article, ArticleForm form, Actor by, AuditAction act, CancellationToken ct)
    {
        var revision = new Revision(article.Id, NumberAfter(await LastAsync(article.Id, ct)), by, clock.GetUtcNow());
        revision.MarkWith(act);
        await AddAsync(revision, article, form, WordsIn(form), ct);
    }

    /// <summary>Whether the fields say what the article says already.</summary>
    public bool IsAsFiled(Article article, ArticleForm form) => FormText.Write(form) == FormText.Write(FiledForm(article));

    /// <summary>Notes on the newest revision what was done with it; what is typed after that is another.</summary>
    public async Task MarkAsync(long articleId, AuditAction step, CancellationToken ct)
    {
        var newest = await Of(articleId).Where(revision => revision.AsideFrom == null).OrderByDescending(revision => revision.Number).FirstOrDefaultAsync(ct);
        newest?.MarkWith(step);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Keeps a text that was refused because somebody else had saved, so that it is not lost before it is merged.</summary>
    /// <param name="version">Of the article when the fields were read.</param>
    /// <returns>Its number.</returns>
    public async Task<int> SetAsideAsync(Article article, ArticleForm form, int version, Actor by, CancellationToken ct)
    {
        var last = await LastAsync(article.Id, ct);
        var rests = await Of(article.Id).Where(revision => revision.AsideFrom == null && revision.ArticleVersion <= version).MaxAsync(revision => (int?)revision.Number, ct);
        var aside = new Revision(article.Id, NumberAfter(last), by, clock.GetUtcNow()) { AsideFrom = rests ?? 1 };
        await AddAsync(aside, article, form, WordsIn(form), ct);
        return aside.Number;
    }

    /// <returns>Null when there is no such revision.</returns>
    public async Task<ArticleForm?> ReadAsync(long articleId, int number, CancellationToken ct)
    {
        var list = await Of(articleId).Where(revision => revision.Number == number).Select(revision => revision.Parts).SingleOrDefaultAsync(ct);
        if (list is null) return null;

        var numbers = PartList.Read(list).ToList();
        var texts = await db.RevisionParts.Where(part => part.ArticleId == articleId && numbers.Contains(part.Number)).ToDictionaryAsync(part => part.Number, part => part.Text, ct);
        return RevisionText.Read(numbers.Select(part => texts[part]));
    }

    public IQueryable<Revision> Of(long articleId) => db.Revisions.Where(revision => revision.ArticleId == articleId);

    // What somebody else has on their screen is what their text will be merged from.
    private Task<bool> WasReadByOthersAsync(Revision revision, Actor by, CancellationToken ct) =>
        db.Presences.AnyAsync(other => other.ArticleId == revision.ArticleId && other.AccountId != by.AccountId && other.SeenAt >= revision.BeganAt, ct);

    /// <summary>The names that comparisons show sections by, by id.</summary>
    public Task<Dictionary<long, string>> SectionNamesAsync(CancellationToken ct) => db.Sections.ToDictionaryAsync(section => section.Id, section => section.Name, ct);

    private static int WordsIn(ArticleForm form) => WordCount.Of(form.Body ?? "");

    /// <summary>The editor's fields as the article fills them, whatever stands in the editor.</summary>
    public ArticleForm FiledForm(Article article) => FormText.Of(article, site.View.TimeZone.Id);

    private Task<Revision?> LastAsync(long articleId, CancellationToken ct) => Of(articleId).OrderByDescending(revision => revision.Number).FirstOrDefaultAsync(ct);

    private static int NumberAfter(Revision? last) => (last?.Number ?? 0) + 1;

    private async Task AddAsync(Revision revision, Article article, ArticleForm form, int words, CancellationToken ct)
    {
        db.Revisions.Add(revision);
        await FillAsync(revision, article, form, words, ct);
    }

    private async Task FoldAsync(Revision last, Article article, ArticleForm form, int words, CancellationToken ct)
    {
        var kept = await FillAsync(last, article, form, words, ct);
        // Nothing newer can hold what only this revision brought.
        await db.RevisionParts.Where(part => part.ArticleId == article.Id && part.FirstRevision == last.Number && !kept.Contains(part.Number)).ExecuteDeleteAsync(ct);
    }

    private async Task<List<int>> FillAsync(Revision revision, Article article, ArticleForm form, int words, CancellationToken ct)
    {
        var numbers = await NumbersAsync(revision, [.. RevisionText.Write(form)], ct);
        revision.Fill(PartList.Write(numbers), words, article.Version, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return numbers;
    }

    private async Task<List<int>> NumbersAsync(Revision revision, List<string> texts, CancellationToken ct)
    {
        var hashes = texts.ConvertAll(HashOf);
        var parts = db.RevisionParts.Where(part => part.ArticleId == revision.ArticleId);
        var known = await parts.Where(part => hashes.Contains(part.Hash)).ToDictionaryAsync(part => part.Hash, part => part.Number, ct);
        var next = await parts.MaxAsync(part => (int?)part.Number, ct) ?? 0;
        foreach (var (hash, text) in hashes.Zip(texts))
        {
            if (!known.TryAdd(hash, next + 1)) continue;
            db.RevisionParts.Add(new RevisionPart(revision.ArticleId, ++next, hash, text, revision.Number));
        }

        return hashes.ConvertAll(hash => known[hash]);
    }

    private static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
