using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Publishing;
using NewsSite.Features.Summaries;

namespace NewsSite.Features.Importing;

/// <summary>Brings one article file into the database, through the same desk that editors use.</summary>
internal sealed class ArticleImport(NewsDbContext db, EditionAddresses addresses, EditionManuscripts manuscripts, CopyDesk copyDesk, PublishingDesk desk)
{
    /// <exception cref="EditionException">The article cannot be kept as it is written.</exception>
    public async Task<ImportOutcome> ImportAsync(ArticleFile file, string folder, string siteLanguage, EditionReport report, CancellationToken ct)
    {
        var existing = await addresses.FindAsync(file, folder, ct);
        if (existing is { EditionHash: null }) return ImportOutcome.Kept;
        if (existing?.EditionHash == file.File.Hash) return ImportOutcome.Unchanged;

        var art = await manuscripts.TakePicturesAsync(file, folder, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var manuscript = await manuscripts.ReadAsync(file, existing, art, report, ct);
        manuscript = await SummarizedAsync(manuscript, file, existing, siteLanguage, ct);
        var prepared = await copyDesk.PrepareAsync(manuscript, siteLanguage, ct);
        if (prepared.Copy is not { } copy)
            throw new EditionException(prepared.Refusal!.Line + file.BodyLine - 1, prepared.Refusal.Reason);

        var article = existing is null ? await desk.DraftAsync(copy, ct) : (await desk.ReviseAsync(existing.Id, copy, Actor.Edition, ct))!;
        await PublishAsync(article, file, report, ct);
        article.MarkAsFromEdition(file.File.Path, file.File.Hash);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return existing is null ? ImportOutcome.Added : ImportOutcome.Updated;
    }

    // The file's own text wins; without one, a model's words that somebody approved on this site stay.
    private async Task<Manuscript> SummarizedAsync(Manuscript manuscript, ArticleFile file, EditionArticle? existing, string siteLanguage, CancellationToken ct)
    {
        if (SummaryChoice.OfText(file.Summary, file.Language ?? siteLanguage) is { } own) return manuscript with { Choice = own };
        if (existing is null) return manuscript;

        var approved = await db.Articles.AsNoTracking()
            .Where(article => article.Id == existing.Id && article.Summary!.Origin == SummaryOrigin.LanguageModel)
            .Select(article => article.Summary)
            .SingleOrDefaultAsync(ct);
        return manuscript with { Choice = SummaryChoice.Of(approved), SummaryEditor = approved?.Editor };
    }

    private async Task PublishAsync(Article article, ArticleFile file, EditionReport report, CancellationToken ct)
    {
        if (file.PublishedAt is not { } at || article.PublishedAt == at.ToStored()) return;

        if (await desk.PublishAsync(article.Id, at, Actor.Edition, ct) is not StepOutcome.Done)
            report.Add(new EditionProblem(file.File.Name, file.Fields.LineOf("publishedAt"), "the article keeps its place: once readers saw it, “publishedAt” does not change."));
    }
}
