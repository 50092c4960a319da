using NewsSite.Domain.Fronts;

namespace NewsSite.Tests.Domain.Fronts;

public sealed class FrontPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly FrontStory[] Newest = [.. Enumerable.Range(0, 2 * FrontPlan.Slots).Select(n => new FrontStory(100 - n, HasPicture: n == 2))];

    [Fact]
    public void Without_placements_publish_order_fills_all_and_the_first_with_a_picture_leads() =>
        Assert.Equal([98, 100, 99, 97, 96, 95], Fill());

    [Fact]
    public void What_is_placed_stands_in_its_slot_and_publish_order_fills_the_rest_without_repeating_it() =>
        Assert.Equal([7, 98, 99, 100, 97, 96], Fill(new Placement(0, 7, null), new Placement(1, 98, null), new Placement(3, 100, Now.AddTicks(1))));

    [Fact]
    public void A_placement_steps_aside_at_its_instant_and_a_pinned_one_never()
    {
        Assert.Equal(98, Fill(new Placement(0, 7, Now))[0]);
        Assert.Equal(7, Fill(new Placement(0, 7, Now.AddMilliseconds(1)))[0]);
        Assert.Equal(7, FrontPlan.Fill([new Placement(0, 7, null)], new HashSet<long> { 7 }, Newest, Now.AddYears(50))[0].ArticleId);
    }

    [Fact]
    public void A_placement_of_what_readers_may_not_see_leaves_its_slot_to_publish_order() =>
        Assert.Equal([98, 100, 99, 97, 96, 95], Fill(new Placement(2, 555, null)));

    [Fact]
    public void Whatever_is_placed_no_article_stands_twice_and_no_slot_is_empty_while_something_is_left()
    {
        var chance = new Random(20261122);
        for (var round = 0; round < 5_000; round++)
        {
            var newest = Enumerable.Range(1, chance.Next(0, 13)).Select(n => new FrontStory(n, chance.Next(4) == 0)).OrderBy(_ => chance.Next()).ToList();
            var placements = Enumerable.Range(0, chance.Next(0, 9)).Select(_ => new Placement(chance.Next(-1, 8), chance.Next(1, 20), chance.Next(3) switch { 0 => null, 1 => Now.AddHours(1), _ => Now.AddHours(-1) })).ToList();
            var visible = newest.Select(story => story.ArticleId).Concat(Enumerable.Range(13, 7).Where(_ => chance.Next(2) == 0).Select(n => (long)n)).ToHashSet();

            var filled = FrontPlan.Fill(placements, visible, newest, Now);

            Assert.Equal(filled.Count, filled.Select(slot => slot.ArticleId).Distinct().Count());
            Assert.Equal(filled.Select(slot => slot.Slot).Distinct().Order(), filled.Select(slot => slot.Slot));
            Assert.All(filled, slot => Assert.Contains(slot.ArticleId, visible));
            Assert.All(filled.Where(slot => slot.IsPlaced), slot => Assert.Contains(placements, each => each.Slot == slot.Slot && each.ArticleId == slot.ArticleId && each.StandsAt(Now)));
            Assert.True(filled.Count == FrontPlan.Slots || newest.All(story => filled.Any(slot => slot.ArticleId == story.ArticleId)), $"round {round}");
        }
    }

    private static long[] Fill(params Placement[] placements) =>
        [.. FrontPlan.Fill(placements, Newest.Select(story => story.ArticleId).Append(7).ToHashSet(), Newest, Now).Select(slot => slot.ArticleId)];
}
