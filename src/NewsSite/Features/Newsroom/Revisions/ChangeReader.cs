using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom.Revisions;

/// <summary>Sets what stands in the editor of a published article against what was filed.</summary>
public sealed class ChangeReader(ArticleFolder folder, RevisionShelf shelf, TimeProvider clock)
{
    /// <returns>Null when there is no such article, or none for this person.</returns>
    public async Task<ChangesView?> ReadAsync(long id, StaffMember member, CancellationToken ct)
    {
        if (await folder.OpenAsync(id, member, ct) is not { } open) return null;

        var view = new ChangesView(id, open.Article.Headline, open.Article.IsOut(clock.GetUtcNow()));
        if (!open.HasChanges || open.Copy is not { } copy) return view;
        return view with
        {
            Changes = copy.Status,
            SavedBy = copy.SavedBy,
            SavedAt = copy.SavedAt,
            Fields = FieldDiff.Between(shelf.FiledForm(open.Article), FormText.Read(copy.Fields), await shelf.SectionNamesAsync(ct)),
        };
    }
}

/// <param name="IsOut">Readers see the article.</param>
public sealed record ChangesView(long Id, string Headline, bool IsOut)
{
    /// <summary>Null when there are none.</summary>
    public ChangeStatus? Changes { get; init; }

    public string SavedBy { get; init; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset SavedAt { get; init; }

    public IReadOnlyList<FieldDiff> Fields { get; init; } = [];
}
