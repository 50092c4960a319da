using NewsSite.Domain.Staff;

namespace NewsSite.Domain.Articles;

/// <summary>Somebody who has an article open in the editor.</summary>
public sealed class Presence
{
    /// <summary>Whoever was not seen for this long has left.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private Presence()
    {
    }

    public Presence(long articleId, StaffMember member, DateTimeOffset at) =>
        (ArticleId, AccountId, Name, SeenAt) = (articleId, member.Id, member.Name, at.ToStored());

    public long ArticleId { get; private set; }

    public long AccountId { get; private set; }

    public string Name { get; private set; } = "";

    public DateTimeOffset SeenAt { get; private set; }

    public void Seen(StaffMember member, DateTimeOffset at) => (Name, SeenAt) = (member.Name, at.ToStored());
}
