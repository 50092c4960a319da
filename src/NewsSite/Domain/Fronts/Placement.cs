namespace NewsSite.Domain.Fronts;

/// <summary>An article that editors have put on the front page.</summary>
/// <param name="Slot">0 is the lead, 1 to 5 are the top stories.</param>
/// <param name="Until">When it steps aside by itself (UTC); null: it is pinned and stays until somebody takes it off.</param>
public sealed record Placement(int Slot, long ArticleId, DateTimeOffset? Until)
{
    public bool StandsAt(DateTimeOffset now) => Until is null || Until > now;
}
