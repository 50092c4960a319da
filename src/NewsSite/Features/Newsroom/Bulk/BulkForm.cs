using NewsSite.Domain.Articles;

namespace NewsSite.Features.Newsroom.Bulk;

/// <summary>The desk's form for many articles, just as sent.</summary>
public sealed class BulkForm
{
    /// <summary>Of the articles that were chosen. No empty list to begin with: what is posted would be lost in it.</summary>
    public IReadOnlyList<long>? Ids { get; init; }

    public BulkAction? What { get; init; }

    /// <summary>Id of the section to move to.</summary>
    public long? Into { get; init; }

    /// <summary>Names, separated by commas.</summary>
    public string? Tags { get; init; }

    /// <summary>A word that goes with a step.</summary>
    public string? Note { get; init; }

    public bool Chose(long id) => Ids?.Contains(id) is true;
}
