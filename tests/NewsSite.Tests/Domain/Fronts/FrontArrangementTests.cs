using NewsSite.Domain.Fronts;
using NewsSite.Domain.Staff;

namespace NewsSite.Tests.Domain.Fronts;

public sealed class FrontArrangementTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly FrontArrangement front = new();

    [Fact]
    public void Placing_pushes_what_stood_there_down_to_the_next_free_slot()
    {
        Place(1, 0);
        Place(2, 2);
        Place(3, 0);

        Assert.Equal("3 1 2 - - -", Layout());
        Assert.Null(Place(4, 1));
        Assert.Equal("3 4 1 2 - -", Layout());
    }

    [Fact]
    public void When_all_slots_behind_are_taken_the_last_leaves_and_is_named()
    {
        for (var slot = 0; slot < FrontPlan.Slots; slot++) Place(slot + 1, slot);

        Assert.Equal(6, Place(9, 4));
        Assert.Equal("1 2 3 4 9 5", Layout());
    }

    [Fact]
    public void What_has_stepped_aside_makes_room()
    {
        front.Place(1, 0, Now.AddHours(1), Now);
        front.Place(2, 0, null, Now.AddHours(1));

        Assert.Equal("2 - - - - -", Layout());
    }

    [Fact]
    public void An_article_placed_again_moves()
    {
        Place(1, 0);
        Place(2, 1);
        Place(1, 3);

        Assert.Equal("- 2 - 1 - -", Layout());
    }

    [Fact]
    public void Moving_lets_those_between_step_towards_the_old_slot_and_keeps_how_long_each_stays()
    {
        Place(1, 0);
        front.Place(2, 1, Now.AddHours(6), Now);
        Place(3, 2);

        Assert.True(front.Move(3, 0));
        Assert.Equal("3 1 2 - - -", Layout());
        Assert.True(front.Move(3, 1));
        Assert.Equal("1 3 2 - - -", Layout());
        Assert.True(front.Move(1, 5));
        Assert.Equal("3 2 - - - 1", Layout());
        Assert.Equal(Now.AddHours(6), front.Placements.Single(placement => placement.ArticleId == 2).Until);
        Assert.False(front.Move(77, 0));
    }

    [Fact]
    public void What_is_taken_off_leaves_its_slot_alone_and_what_is_not_there_cannot_be()
    {
        Place(1, 0);
        Place(2, 1);

        Assert.True(front.TakeOff(1));
        Assert.False(front.TakeOff(1));
        Assert.False(front.Keep(1, null));
        Assert.Equal("- 2 - - - -", Layout());
    }

    [Fact]
    public void It_tells_when_it_changes_by_itself()
    {
        front.Place(1, 0, Now.AddHours(6), Now);
        front.Place(2, 1, null, Now);
        front.Place(3, 2, Now.AddHours(2), Now);
        front.Announce(new BreakingBanner("The quay is closed", null, Now.AddHours(2)));

        Assert.Equal([Now.AddHours(2), Now.AddHours(6)], front.ChangesAfter(Now));
        Assert.Equal([Now.AddHours(6)], front.ChangesAfter(Now.AddHours(2)));
        Assert.Empty(front.ChangesAfter(Now.AddHours(6)));
    }

    [Fact]
    public void What_went_out_stays_as_it_was_while_the_next_is_prepared()
    {
        Place(1, 0);
        front.Announce(new BreakingBanner("The quay is closed", 1, Now.AddHours(2)));
        var live = front.GoOut(new Actor(4, "Ann"), Now);
        Assert.True(live.IsLike(front));

        Place(2, 0);
        front.Announce(null);

        Assert.False(live.IsLike(front));
        Assert.Equal((true, "Ann", 4L, Now, 1L, "The quay is closed"), (live.IsOut, live.By, live.AccountId!.Value, live.At, live.Placements[0].ArticleId, live.Banner!.Text));
    }

    [Fact]
    public void Brought_back_what_had_stepped_aside_stays_a_day_anew_and_an_ended_banner_stays_away()
    {
        front.Place(1, 0, Now.AddHours(6), Now);
        front.Place(2, 1, null, Now);
        front.Place(3, 2, Now.AddDays(7), Now);
        front.Announce(new BreakingBanner("The quay is closed", null, Now.AddHours(2)));
        var (early, late) = (new FrontArrangement(), new FrontArrangement());

        early.BringBack(front, Now.AddHours(1));
        late.BringBack(front, Now.AddDays(1));

        Assert.True(early.IsLike(front));
        Assert.Equal([Now.AddDays(2), null, Now.AddDays(7)], late.Placements.Select(placement => placement.Until));
        Assert.Null(late.Banner);
    }

    private long? Place(long article, int slot) => front.Place(article, slot, null, Now);

    private string Layout() => string.Join(' ', Enumerable.Range(0, FrontPlan.Slots).Select(slot => front.Placements.SingleOrDefault(placement => placement.Slot == slot)?.ArticleId.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"));
}
