using NewsSite.Domain.Articles;
using NewsSite.Features.Accounts;
using NewsSite.Features.Counts;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Newsroom;

/// <summary>The piles on the desk.</summary>
public enum DeskPile
{
    /// <summary>All that is on its way: drafts, in review, approved.</summary>
    Open,

    /// <summary>One's own drafts.</summary>
    Mine,

    Review,

    Scheduled,

    /// <summary>Published or scheduled, with changes that readers do not see yet.</summary>
    Changed,

    /// <summary>Of the last <see cref="DeskReader.RecentDays"/> days.</summary>
    Published,

    /// <summary>With a summary that is older than the text.</summary>
    Stale,

    /// <summary>Drafts that were put aside.</summary>
    Bin,
}

/// <summary>What is asked of the desk.</summary>
/// <param name="Section">Id; null for all.</param>
/// <param name="Words">To be found in headlines; searches every pile at once but the bin, and in the bin that alone.</param>
/// <param name="Before">Mark of the last row of the page before; null for the first page.</param>
public sealed record DeskQuery(DeskPile Pile, long? Section, string? Words, DeskMark? Before);

/// <summary>What the desk shows.</summary>
/// <param name="Counts">Articles in each pile, at most <see cref="DeskReader.MostCounted"/>.</param>
/// <param name="Older">Mark for the next page; null on the last.</param>
/// <param name="Now">UTC.</param>
public sealed record DeskView(
    IReadOnlyList<DeskRow> Rows, IReadOnlyDictionary<DeskPile, int> Counts, IReadOnlyList<SectionChoice> Sections, DeskMark? Older, DateTimeOffset Now)
{
    /// <summary>Of the rows that readers can see, by article.</summary>
    public required IReadOnlyDictionary<long, CountCurve> Reads { get; init; }

    /// <summary>Of all articles together, beside the pile of the published; null beside the others.</summary>
    public CountCurve? SiteReads { get; init; }
}

/// <param name="ChangedAt">UTC; null while nobody has changed it.</param>
/// <param name="Changes">How far changes have come that readers do not see yet; null when there are none.</param>
public sealed record DeskRow(
    long Id, string Headline, ArticleStatus Status, DateTimeOffset? PublishedAt, bool IsWithdrawn, DateTimeOffset? EmbargoedUntil,
    SectionLink Section, IReadOnlyList<string> Authors, DateTimeOffset? ChangedAt, string? ChangedBy, int Words, bool IsStale, ChangeStatus? Changes)
{
    public string StateAt(DateTimeOffset now) => StateWords.Of(Status, PublishedAt, IsWithdrawn, now);

    public bool IsLive(DateTimeOffset now) => Status is ArticleStatus.Published && PublishedAt <= now;

    public bool IsScheduled(DateTimeOffset now) => Status is ArticleStatus.Published && PublishedAt > now;
}
