using NewsSite.Domain.Staff;

namespace NewsSite.Domain.Articles;

/// <summary>The editor's fields of an article as somebody saved them once. Its text is kept in <see cref="RevisionPart"/>s that revisions share.</summary>
public sealed class Revision
{
    public const int MaxNameLength = 120;

    /// <summary>Saves of one person within this time of the first are one revision.</summary>
    public static readonly TimeSpan FoldingTime = TimeSpan.FromMinutes(10);

    private const int FewWords = 20;

    private Revision()
    {
    }

    /// <param name="number">Counts from 1 in each article.</param>
    public Revision(long articleId, int number, Actor by, DateTimeOffset at) =>
        (ArticleId, Number, SavedBy, SavedById, BeganAt, SavedAt) = (articleId, number, by.Name, by.AccountId, at.ToStored(), at.ToStored());

    public long ArticleId { get; private set; }

    public int Number { get; private set; }

    /// <summary>When the first of the saves was that are folded into it.</summary>
    public DateTimeOffset BeganAt { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public string SavedBy { get; private set; } = "";

    /// <summary>Null for what came from files.</summary>
    public long? SavedById { get; private set; }

    /// <summary>Version of the article after the save.</summary>
    public int ArticleVersion { get; private set; }

    /// <summary>Numbers of its parts, in order, as <c>3,7-40</c>.</summary>
    public string Parts { get; private set; } = "";

    public int Words { get; private set; }

    /// <summary>What somebody called it; null for most.</summary>
    public string? Name { get; private set; }

    /// <summary>What was done with it in the workflow; null when it was only saved.</summary>
    public AuditAction? Step { get; private set; }

    /// <summary>The revision whose text this one brought back; null for most.</summary>
    public int? RestoredFrom { get; init; }

    /// <summary>The revision on which a text rests that was refused because somebody else had saved; null for all others.</summary>
    public int? AsideFrom { get; init; }

    /// <summary>Whether a save by <paramref name="by"/> may take the place of this one: a pause, a step, a name, or many words gone begin another.</summary>
    public bool Takes(Actor by, int words, DateTimeOffset now) =>
        this is { AsideFrom: null, RestoredFrom: null, Step: null, Name: null, SavedById: not null }
        && SavedById == by.AccountId && now - BeganAt < FoldingTime && words > Words - FewWords;

    /// <param name="parts">See <see cref="PartList"/>.</param>
    public void Fill(string parts, int words, int articleVersion, DateTimeOffset at) =>
        (Parts, Words, ArticleVersion, SavedAt) = (parts, words, articleVersion, at.ToStored());

    /// <param name="name">At most <see cref="MaxNameLength"/> characters; empty takes the name away.</param>
    public void Call(string? name) => Name = string.IsNullOrWhiteSpace(name) ? null : name.Trim();

    public void MarkWith(AuditAction step) => Step = step;
}

/// <summary>A piece of text that is kept once for an article, whatever number of its revisions hold it.</summary>
public sealed class RevisionPart
{
    private RevisionPart()
    {
    }

    /// <param name="hash">The first 128 bits of the SHA-256 of its UTF-8, in hexadecimal.</param>
    /// <param name="firstRevision">Number of the revision that brought it.</param>
    public RevisionPart(long articleId, int number, string hash, string text, int firstRevision) =>
        (ArticleId, Number, Hash, Text, FirstRevision) = (articleId, number, hash, text, firstRevision);

    public long ArticleId { get; private set; }

    /// <summary>Counts from 1 in each article.</summary>
    public int Number { get; private set; }

    public string Hash { get; private set; } = "";

    public string Text { get; private set; } = "";

    public int FirstRevision { get; private set; }
}
