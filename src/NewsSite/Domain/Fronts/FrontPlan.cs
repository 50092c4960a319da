namespace NewsSite.Domain.Fronts;

/// <summary>The one rule of what stands in the lead and the top slots of the front page.</summary>
public static class FrontPlan
{
    /// <summary>The lead and five top stories.</summary>
    public const int Slots = 6;

    /// <summary>Puts the placed articles in their slots and fills the others by publish order; no article stands twice.</summary>
    /// <param name="visible">Ids of the articles that may be shown now; a placement of another leaves its slot to publish order.</param>
    /// <param name="newest">Newest first; twice <see cref="Slots"/> are always enough. A lead that nobody placed has a picture, if one of the first few does.</param>
    /// <returns>In the order of the slots. One that nothing is left for is missing.</returns>
    public static IReadOnlyList<FilledSlot> Fill(IEnumerable<Placement> placements, IReadOnlySet<long> visible, IReadOnlyList<FrontStory> newest, DateTimeOffset now)
    {
        var placed = placements
            .Where(placement => placement.Slot is >= 0 and < Slots && placement.StandsAt(now) && visible.Contains(placement.ArticleId))
            .DistinctBy(placement => placement.ArticleId).DistinctBy(placement => placement.Slot)
            .ToDictionary(placement => placement.Slot, placement => placement.ArticleId);
        var rest = newest.Where(story => !placed.ContainsValue(story.ArticleId)).ToList();
        if (!placed.ContainsKey(0) && rest.Take(Slots).FirstOrDefault(story => story.HasPicture) is { } pictured)
        {
            rest.Remove(pictured);
            rest.Insert(0, pictured);
        }

        var next = new Queue<FrontStory>(rest);
        return [.. Enumerable.Range(0, Slots).Select(slot =>
            placed.TryGetValue(slot, out var article) ? new FilledSlot(slot, article, IsPlaced: true)
            : next.TryDequeue(out var story) ? new FilledSlot(slot, story.ArticleId, IsPlaced: false)
            : null).OfType<FilledSlot>()];
    }
}

/// <summary>What the rule needs to know of an article.</summary>
public sealed record FrontStory(long ArticleId, bool HasPicture);

/// <param name="IsPlaced">By an editor; otherwise by publish order.</param>
public sealed record FilledSlot(int Slot, long ArticleId, bool IsPlaced);
