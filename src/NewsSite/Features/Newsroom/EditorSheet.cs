using NewsSite.Domain.Articles;
using NewsSite.Features.Accounts;

namespace NewsSite.Features.Newsroom;

/// <summary>All that the editor page shows of one article.</summary>
public sealed record EditorSheet
{
    /// <summary>Null while the article has never been saved.</summary>
    public long? Id { get; init; }

    public required ArticleForm Form { get; init; }

    /// <summary>Of the article when the form was read; a save from an older one is a conflict. 0 for a new article.</summary>
    public int Version { get; init; }

    public ArticleStatus Status { get; init; }

    /// <summary>The state as people say it: "In review", "Goes live …".</summary>
    public required string StateWords { get; init; }

    /// <summary>UTC; null while nobody has saved.</summary>
    public DateTimeOffset? SavedAt { get; init; }

    public string? SavedBy { get; init; }

    /// <summary>How far the changes have come that the form holds beside what readers see; null when there are none.</summary>
    public ChangeStatus? Changes { get; init; }

    /// <summary>What this person may do now.</summary>
    public required IReadOnlySet<WorkflowStep> Steps { get; init; }

    /// <summary>The one that has a button of its own.</summary>
    public WorkflowStep? PrimaryStep =>
        Steps.Contains(WorkflowStep.Publish) ? WorkflowStep.Publish : Steps.Contains(WorkflowStep.Update) ? WorkflowStep.Update : null;

    public bool CanEdit => Steps.Contains(WorkflowStep.Edit);

    /// <summary>Where this person may put it.</summary>
    public required IReadOnlyList<SectionChoice> Sections { get; init; }

    /// <summary>Suggestions, at most <see cref="MaxSuggestions"/>.</summary>
    public required IReadOnlyList<string> AuthorNames { get; init; }

    public required IReadOnlyList<string> TagNames { get; init; }

    /// <summary>Null unless readers can see it, or its notice.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Last parts of the addresses by which readers knew it before.</summary>
    public IReadOnlyList<string> FormerSlugs { get; init; } = [];

    /// <summary>Old links to its address lead to another article until this one is published.</summary>
    public bool TakesOver { get; init; }

    /// <summary>Readers can see it, or could until it was withdrawn.</summary>
    public bool WasOut { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it was put in the bin (UTC); null when it is not in there.</summary>
    public DateTimeOffset? BinnedAt { get; init; }

    public string? BinnedBy { get; init; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<LogLine> History { get; init; } = [];

    public const int MaxSuggestions = 500;
    public const int MaxFormerSlugs = 50;
}
