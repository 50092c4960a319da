namespace NewsSite.Domain.Staff;

/// <summary>A name in a byline; not the same as an account.</summary>
public sealed class Author : IVersioned
{
    public const int MaxNameLength = 120;
    public const int MaxAboutLength = 2000;
    public const int MaxLinks = 8;

    private Author()
    {
    }

    public Author(Slug slug, string name) => (Slug, Name) = (slug, name);

    public long Id { get; private set; }

    public Slug Slug { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>A few words about the person, plain text.</summary>
    public string? About { get; private set; }

    /// <summary>Name of a picture in the media folder.</summary>
    public string? Portrait { get; private set; }

    public IReadOnlyList<ProfileLink> Links { get; private set; } = [];

    public int Version { get; private set; }

    public void Describe(string name, string? about, string? portrait, IReadOnlyList<ProfileLink> links) =>
        (Name, About, Portrait, Links) = (name, about, portrait, links);

    public void MoveTo(Slug slug) => Slug = slug;
}

/// <summary>Where else an author can be found.</summary>
/// <param name="Url">Absolute, http or https.</param>
public sealed record ProfileLink(string Label, string Url);
