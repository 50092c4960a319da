namespace NewsSite.Domain.Taxonomy;

/// <summary>Where an article is at home; each has exactly one.</summary>
public sealed class Section : IVersioned
{
    public const int MaxNameLength = 80;

    private Section()
    {
    }

    public Section(Slug slug, string name, int position) => (Slug, Name, Position) = (slug, name, position);

    public long Id { get; private set; }

    public Slug Slug { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>Place among the sections, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>False for a section whose articles need no summary box, such as letters.</summary>
    public bool OffersSummaries { get; private set; } = true;

    /// <summary>Whether authors publish their own articles here without an editor.</summary>
    public bool AuthorsPublish { get; private set; }

    public int Version { get; private set; }

    public void LetAuthorsPublish(bool allowed) => AuthorsPublish = allowed;

    public void MoveTo(Slug slug) => Slug = slug;

    public void Arrange(string name, int position) => (Name, Position) = (name, position);

    public void OfferSummaries(bool offered) => OffersSummaries = offered;
}
