namespace NewsSite.Domain.Taxonomy;

/// <summary>A subject that articles of any section share.</summary>
public sealed class Tag : IVersioned
{
    public const int MaxNameLength = 80;

    private Tag()
    {
    }

    public Tag(Slug slug, string name) => (Slug, Name) = (slug, name);

    public long Id { get; private set; }

    public Slug Slug { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public int Version { get; private set; }

    public void Rename(string name) => Name = name;

    public void MoveTo(Slug slug) => Slug = slug;
}
