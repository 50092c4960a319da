using NewsSite.Domain.Staff;

namespace NewsSite.Domain.Articles;

/// <summary>What stands in the editor and has not been filed: kept as typed, right or wrong, so that nothing is lost.</summary>
public sealed class WorkingCopy : IVersioned
{
    private WorkingCopy()
    {
    }

    public WorkingCopy(Article article) => Article = article;

    public long ArticleId { get; private set; }

    public Article Article { get; private set; } = null!;

    /// <summary>The editor's fields as JSON.</summary>
    public string Fields { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }

    public string SavedBy { get; private set; } = "";

    public int Version { get; private set; }

    public void Save(string fields, Actor by, DateTimeOffset at) => (Fields, SavedBy, SavedAt) = (fields, by.Name, at.ToStored());
}
