using NewsSite.Domain.Staff;

namespace NewsSite.Domain.Fronts;

/// <summary>What editors put on the front page: the one being prepared, or one that went out, which nobody changes any more.</summary>
public sealed class FrontArrangement : IVersioned
{
    public long Id { get; private set; }

    /// <summary>By slot; no slot and no article is named twice. What is in no slot is filled by publish order.</summary>
    public IReadOnlyList<Placement> Placements { get; private set; } = [];

    public BreakingBanner? Banner { get; private set; }

    /// <summary>Ids of the articles that it names, in its slots and by its banner.</summary>
    public IEnumerable<long> ArticleIds => [.. Placements.Select(placement => placement.ArticleId), .. Banner?.ArticleId is { } linked ? [linked] : Array.Empty<long>()];

    /// <summary>When the first of what stands on it now steps aside by itself (UTC); null when nothing does.</summary>
    public DateTimeOffset? EndsAfter(DateTimeOffset now) =>
        Placements.Select(placement => placement.Until).Append(Banner?.Until).Where(until => until > now).Min();

    /// <summary>Readers see the newest that went out.</summary>
    public bool IsOut { get; private set; }

    /// <summary>Who changed it last, or put it out.</summary>
    public string By { get; private set; } = "";

    public long? AccountId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public int Version { get; private set; }

    /// <summary>Puts an article in a slot. What stood there, and what stood behind it, steps down to the next free slot.</summary>
    /// <returns>Id of the article for which no slot was left; null when there was room.</returns>
    public long? Place(long articleId, int slot, DateTimeOffset? until, DateTimeOffset now)
    {
        // Whatever has stepped aside makes room.
        var cells = Cells(Placements.Where(placement => placement.ArticleId != articleId && placement.StandsAt(now)));
        var free = Array.IndexOf(cells, null, slot);
        var gone = free < 0 ? cells[^1]?.ArticleId : null;
        for (var each = free < 0 ? cells.Length - 1 : free; each > slot; each--) cells[each] = cells[each - 1];
        cells[slot] = new Placement(slot, articleId, until);
        Lay(cells);
        return gone;
    }

    /// <summary>Takes an article to another slot; those between step one towards its old one.</summary>
    /// <returns>False when it stands in no slot.</returns>
    public bool Move(long articleId, int slot)
    {
        var cells = Cells(Placements).ToList();
        var from = cells.FindIndex(cell => cell?.ArticleId == articleId);
        if (from < 0) return false;

        var moved = cells[from];
        cells.RemoveAt(from);
        cells.Insert(slot, moved);
        Lay(cells);
        return true;
    }

    /// <returns>False when it stands in no slot.</returns>
    public bool TakeOff(long articleId)
    {
        if (!Holds(articleId)) return false;
        Placements = [.. Placements.Where(placement => placement.ArticleId != articleId)];
        return true;
    }

    /// <param name="until">Null to pin it.</param>
    /// <returns>False when it stands in no slot.</returns>
    public bool Keep(long articleId, DateTimeOffset? until)
    {
        if (!Holds(articleId)) return false;
        Placements = [.. Placements.Select(placement => placement.ArticleId == articleId ? placement with { Until = until } : placement)];
        return true;
    }

    public void Announce(BreakingBanner? banner) => Banner = banner;

    /// <summary>Prepares what another one holds.</summary>
    public void TakeFrom(FrontArrangement other) => (Placements, Banner) = (other.Placements, other.Banner is { } banner ? banner with { } : null);

    /// <summary>Prepares once more what went out earlier: what has stepped aside since stays a day anew, and a banner that has ended stays away.</summary>
    public void BringBack(FrontArrangement other, DateTimeOffset now)
    {
        Placements = [.. other.Placements.Select(placement => placement.StandsAt(now) ? placement : placement with { Until = FrontStay.Day.Until(now) })];
        Banner = other.Banner is { } banner && banner.ShowsAt(now) ? banner with { } : null;
    }

    public void Sign(Actor by, DateTimeOffset at) => (By, AccountId, At) = (by.Name, by.AccountId, at.ToStored());

    /// <returns>What readers see from now on; this one goes on being prepared.</returns>
    public FrontArrangement GoOut(Actor by, DateTimeOffset at)
    {
        var live = new FrontArrangement { IsOut = true };
        live.TakeFrom(this);
        live.Sign(by, at);
        return live;
    }

    /// <summary>Whether both show the same.</summary>
    public bool IsLike(FrontArrangement other) => Placements.SequenceEqual(other.Placements) && Banner == other.Banner;

    /// <summary>The instants at which it changes by itself (UTC), in order. Besides them, a front changes when a scheduled article is due.</summary>
    public IReadOnlyList<DateTimeOffset> ChangesAfter(DateTimeOffset now) =>
        [.. Placements.Select(placement => placement.Until).Append(Banner?.Until).OfType<DateTimeOffset>().Where(until => until > now).Distinct().Order()];

    private bool Holds(long articleId) => Placements.Any(placement => placement.ArticleId == articleId);

    private static Placement?[] Cells(IEnumerable<Placement> placements)
    {
        var cells = new Placement?[FrontPlan.Slots];
        foreach (var placement in placements) cells[placement.Slot] = placement;
        return cells;
    }

    private void Lay(IEnumerable<Placement?> cells) =>
        Placements = [.. cells.Select((cell, slot) => cell is null ? null : cell with { Slot = slot }).OfType<Placement>()];
}
