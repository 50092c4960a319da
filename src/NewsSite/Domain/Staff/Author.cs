namespace NewsSite.Domain.Staff;

/// <summary>A name in a byline; not the same as an account.</summary>
public sealed class Author
{
    public const int MaxNameLength = 120;

    private Author()
    {
    }

    public Author(Slug slug, string name) => (Slug, Name) = (slug, name);

    public long Id { get; private set; }

    public Slug Slug { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>A few words about the person, plain text.</summary>
    public string? About { get; private set; }
}
