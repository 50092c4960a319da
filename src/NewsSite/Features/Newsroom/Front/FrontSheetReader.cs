using NewsSite.Data;
using NewsSite.Domain.Fronts;
using NewsSite.Domain.Staff;
using NewsSite.Features.Fronts;

namespace NewsSite.Features.Newsroom.Front;

/// <summary>Lays out the front page that is being prepared.</summary>
public sealed class FrontSheetReader(FrontDesk desk, FrontLines lines, PublishedNews news, RequestInstant now)
{
    public const int MostScheduled = 10;
    public const int MostPublished = 20;
    public const int MaxWordsLength = 100;

    /// <param name="words">To be found in the headlines to place from.</param>
    /// <param name="alsoNamed">Id of an article whose name is needed too.</param>
    public async Task<FrontSheet> ReadAsync(string? words, long? alsoNamed, StaffMember member, CancellationToken ct)
    {
        var (prepared, live) = (await desk.PreparedAsync(ct), await news.FrontAsync(ct));
        var named = prepared.ArticleIds.Append(alsoNamed ?? 0).Where(id => id > 0).ToHashSet();
        var names = await lines.NamesAsync(named, member, now.Utc, ct);
        var newest = await lines.PublishedAsync(null, FrontReader.Newest, now.Utc, ct);
        return new FrontSheet(
            prepared, live, Slots(prepared, names, newest), names,
            await lines.ScheduledAsync(member, words, MostScheduled, now.Utc, ct), await lines.PublishedAsync(words, MostPublished, now.Utc, ct), now.Utc);
    }

    private List<SlotRow> Slots(FrontArrangement prepared, FrontNames names, List<FrontLine> newest)
    {
        var known = names.Known.Values.Concat(newest).DistinctBy(line => line.Id).ToDictionary(line => line.Id);
        var visible = known.Values.Where(line => line.IsOut(now.Utc)).Select(line => line.Id).ToHashSet();
        var filled = FrontPlan.Fill(prepared.Placements, visible, [.. newest.Select(line => new FrontStory(line.Id, line.HasPicture))], now.Utc).ToDictionary(slot => slot.Slot);
        return [.. Enumerable.Range(0, FrontPlan.Slots).Select(slot =>
        {
            var placement = prepared.Placements.FirstOrDefault(each => each.Slot == slot);
            var filler = filled.TryGetValue(slot, out var shown) && !shown.IsPlaced ? known[shown.ArticleId] : null;
            return new SlotRow(slot, placement, placement is null ? "" : names.HeadlineOf(placement.ArticleId), placement is null ? null : names.Of(placement.ArticleId), filler);
        })];
    }
}
