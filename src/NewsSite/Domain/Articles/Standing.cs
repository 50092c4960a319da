using NewsSite.Domain.Staff;

namespace NewsSite.Domain.Articles;

/// <summary>What a member of staff is to one article; each may do what those before it may.</summary>
public enum Standing
{
    /// <summary>Neither their article nor their section.</summary>
    Stranger,

    /// <summary>Their own article, role contributor.</summary>
    Contributor,

    /// <summary>Their own article, role author.</summary>
    Author,

    /// <summary>Their own article, in a section where authors publish.</summary>
    PublishingAuthor,

    /// <summary>Edits the article's section.</summary>
    Editor,
}

/// <summary>The facts about an article on which rights rest.</summary>
/// <param name="OwnerId">The account that began it; null for an article from files.</param>
/// <param name="AuthorIds">Of its byline.</param>
/// <param name="AuthorsPublish">Whether the section lets authors publish.</param>
public sealed record ArticleFacts(long SectionId, bool AuthorsPublish, long? OwnerId, IReadOnlyCollection<long> AuthorIds)
{
    public Standing StandingOf(StaffMember member)
    {
        if (member.Edits(SectionId)) return Standing.Editor;
        if (!IsOwn(member)) return Standing.Stranger;
        return member.Role is StaffRole.Contributor ? Standing.Contributor
            : AuthorsPublish ? Standing.PublishingAuthor
            : Standing.Author;
    }

    // A contributor's name may stand over an article that somebody else began; that alone does not make it theirs to change.
    private bool IsOwn(StaffMember member) =>
        OwnerId == member.Id
        || (member.Role is not StaffRole.Contributor && member.AuthorId is { } author && AuthorIds.Contains(author));
}
