using System.Globalization;
using System.Text.RegularExpressions;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests;

public sealed class NeighbourTests(ReadingRoom room)
{
    private const string Oldest = "/schools/night-classes-bookkeeping-is-full";
    private const string Previous = ".turn a[rel=prev]";
    private const string Next = ".turn a[rel=next]";

    [Fact]
    public async Task Next_walks_from_the_oldest_article_through_the_whole_edition_and_Previous_all_the_way_back()
    {
        await using var reader = await room.OpenAsync(new() { Script = false });
        await reader.GoAsync(Oldest);
        await Expect(reader.Page.Locator(Previous)).ToHaveCountAsync(0);

        var forth = await WalkAsync(reader, Next);
        await Expect(reader.Page.Locator(Previous)).ToHaveCountAsync(1);
        var back = await WalkAsync(reader, Previous);

        Assert.Equal(SampleEdition.VisibleInstants, forth.Select(stop => stop.At));
        Assert.Equal(forth.Count, forth.Select(stop => stop.Path).Distinct().Count());
        Assert.Equal(forth.AsEnumerable().Reverse(), back);
    }

    [Theory]
    [InlineData(Previous, "Previous Article")]
    [InlineData(Next, "Next Article")]
    public async Task A_neighbour_is_named_by_its_headline(string selector, string label)
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(PageKinds.ManyForms);
        var link = reader.Page.Locator(selector);
        var headline = await link.Locator(".hed").InnerTextAsync();
        await Expect(link).ToHaveTextAsync($"{label} {headline}");

        await link.ClickAsync();

        await Expect(reader.Page.Locator("h1")).ToHaveTextAsync(headline);
    }

    /// <returns>Every stop, the start included, until there is no further neighbour.</returns>
    private static async Task<List<Stop>> WalkAsync(Reader reader, string direction)
    {
        var stops = new List<Stop>();
        while (stops.Count <= SampleEdition.VisibleInstants.Count)
        {
            var found = await reader.Page.EvaluateAsync<string[]>(
                "direction => [document.querySelector('.byline time').dateTime, document.querySelector(direction)?.getAttribute('href') ?? '']", direction);
            stops.Add(new(reader.Path, DateTimeOffset.Parse(found[0], CultureInfo.InvariantCulture)));
            if (found[1].Length == 0) break;

            await reader.Page.Locator(direction).PressAsync("Enter");
            // The address, then the end of the page; waiting for a load event can miss one that has already fired.
            await Expect(reader.Page).ToHaveURLAsync(new Regex(Regex.Escape(found[1]) + "$"), new() { Timeout = 15_000 });
            await Expect(reader.Page.Locator("footer.foot")).ToBeAttachedAsync(new() { Timeout = 15_000 });
        }

        return stops;
    }

    private sealed record Stop(string Path, DateTimeOffset At);
}
