namespace NewsSite.Domain.Taxonomy;

/// <summary>A slug that something had once: its old address leads on to whatever has taken its place.</summary>
/// <remarks>The target is named by id, so chains of renames are always one step long.</remarks>
public sealed class FormerSlug
{
    private FormerSlug()
    {
    }

    public FormerSlug(SlugOwner owner, Slug slug, long targetId) => (Owner, Slug, TargetId) = (owner, slug, targetId);

    public SlugOwner Owner { get; private set; }

    public Slug Slug { get; private set; } = null!;

    /// <summary>Id of the section, tag, author or article that is there now; 0 when nothing is.</summary>
    public long TargetId { get; private set; }

    public void LeadTo(long targetId) => TargetId = targetId;
}

public enum SlugOwner
{
    Section,
    Tag,
    Author,

    /// <summary>A content page that was deleted: the edition's file of that name does not bring it back.</summary>
    Page,

    /// <summary>
    /// An address at which readers have seen an article that is there no more: it goes by another now, or was taken from readers.
    /// An article that readers can see at the address comes first.
    /// </summary>
    Article,
}
