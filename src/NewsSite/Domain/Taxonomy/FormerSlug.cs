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

    /// <summary>Id of the section, tag or author that is there now; 0 when nothing is.</summary>
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
}
