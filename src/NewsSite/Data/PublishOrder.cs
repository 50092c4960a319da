using System.Globalization;
using NewsSite.Domain.Articles;

namespace NewsSite.Data;

/// <summary>A place in the publish order: <c>PublishedAt</c>, then <c>Id</c>.</summary>
public readonly record struct PublishPosition(DateTimeOffset At, long Id) : IComparable<PublishPosition>
{
    public int CompareTo(PublishPosition other) => (At, Id).CompareTo((other.At, other.Id));

    public static bool operator <(PublishPosition left, PublishPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(PublishPosition left, PublishPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(PublishPosition left, PublishPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PublishPosition left, PublishPosition right) => left.CompareTo(right) >= 0;

    /// <summary>Form used in list addresses: milliseconds since 1970 (UTC) and id, joined by a hyphen.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}-{Id}");

    /// <returns>Null when <paramref name="token"/> was not made by <see cref="ToString"/>.</returns>
    public static PublishPosition? TryParse(string token)
    {
        var parts = token.Split('-');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new PublishPosition(DateTimeOffset.FromUnixTimeMilliseconds(at), id)
            : null;
    }
}

/// <summary>A stretch of the publish order.</summary>
/// <param name="End">The first instant that is no longer in it.</param>
public readonly record struct PublishSpan(DateTimeOffset Start, DateTimeOffset End);

/// <summary>The one order of lists, neighbours, feeds and sitemaps.</summary>
public static class PublishOrder
{
    public static IQueryable<Article> NewestFirst(this IQueryable<Article> articles) =>
        articles.OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id);

    public static IQueryable<Article> OldestFirst(this IQueryable<Article> articles) =>
        articles.OrderBy(article => article.PublishedAt).ThenBy(article => article.Id);

    // The lone comparison of PublishedAt lets the index seek; "a < x or (a = x and id < y)" alone would scan.
    internal static IQueryable<Article> Before(this IQueryable<Article> articles, PublishPosition place) =>
        articles.Where(article => article.PublishedAt <= place.At && (article.PublishedAt < place.At || article.Id < place.Id));

    internal static IQueryable<Article> After(this IQueryable<Article> articles, PublishPosition place) =>
        articles.Where(article => article.PublishedAt >= place.At && (article.PublishedAt > place.At || article.Id > place.Id));
}
