using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom.Revisions;

/// <summary>Lays out what was saved of an article, and what differs between two versions of it.</summary>
public sealed class HistoryReader(ArticleFolder folder, RevisionShelf shelf)
{
    private const int PageSize = 50;

    /// <param name="before">Number of the last revision of the page before; null for the first page.</param>
    /// <param name="pair">The two to compare; null for the newest two of the page.</param>
    /// <returns>Null when there is no such article or revision, or none for this person.</returns>
    public async Task<HistoryView?> ReadAsync(long id, int? before, RevisionPair? pair, StaffMember member, CancellationToken ct)
    {
        if (await folder.OpenAsync(id, member, ct) is not { } open) return null;

        var rows = await shelf.Of(id).AsNoTracking().Where(revision => before == null || revision.Number < before)
            .OrderByDescending(revision => revision.Number).Take(PageSize + 1).ToListAsync(ct);
        var shown = rows.Take(PageSize).ToList();
        pair ??= shown.Count > 1 ? new RevisionPair(shown[1].Number, shown[0].Number) : null;
        var changes = pair is null ? [] : await CompareAsync(id, pair, ct);
        if (changes is null) return null;

        return new HistoryView(id, Drafting.HeadlineOf(open.Copy is { } copy ? FormText.Read(copy.Fields) : new ArticleForm { Headline = open.Article.Headline }), open.Article.Version, shown, pair, changes)
        {
            CanRestore = open.Allows(WorkflowStep.Edit),
            NameOfTo = pair is null ? null : await shelf.Of(id).Where(revision => revision.Number == pair.To).Select(revision => revision.Name).SingleOrDefaultAsync(ct),
            Older = rows.Count > PageSize ? shown[^1].Number : null,
        };
    }

    private async Task<IReadOnlyList<FieldDiff>?> CompareAsync(long id, RevisionPair pair, CancellationToken ct)
    {
        if (await shelf.ReadAsync(id, pair.From, ct) is not { } from || await shelf.ReadAsync(id, pair.To, ct) is not { } to) return null;
        return FieldDiff.Between(from, to, await shelf.SectionNamesAsync(ct));
    }
}

public sealed record RevisionPair(int From, int To);

/// <param name="Version">Of the article as it stands.</param>
/// <param name="Revisions">Newest first.</param>
/// <param name="Pair">The two that are compared; null when there are not two.</param>
public sealed record HistoryView(long Id, string Headline, int Version, IReadOnlyList<Revision> Revisions, RevisionPair? Pair, IReadOnlyList<FieldDiff> Changes)
{
    public bool CanRestore { get; init; }

    /// <summary>What somebody called the later of the two.</summary>
    public string? NameOfTo { get; init; }

    /// <summary>Value of <c>before</c> that asks for the next page; null on the last.</summary>
    public int? Older { get; init; }
}
