using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Fronts;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom.Front;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom.Front;

/// <summary>Arranging the front page by its pages alone, as without script.</summary>
public sealed class FrontPageTests : IAsyncLifetime
{
    private readonly NewsApp app = NewsApp.With([
        .. Enumerable.Range(0, 8).Select(n => Story.Dated($"story-{n}", NewsApp.Noon.AddHours(-1 - n))),
        Story.Dated("later", NewsApp.Noon.AddHours(3)) with { Section = "council" }]);

    private StaffMember eva = null!;
    private StaffBrowser browser = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        eva = await app.MemberAsync("Eva", StaffRole.Editor, 1, 2);
        browser = await app.BrowserOfAsync("eva@courier.example");
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return app.DisposeAsync();
    }

    [Fact]
    public async Task Buttons_alone_place_move_pin_take_off_and_put_out()
    {
        var id = await app.IdOfAsync("story-5");
        var placed = await PressAsync("Place", $".shelf-list li[data-article='{id}'] form", ("Slot", "1"));
        Assert.Equal((HttpStatusCode.Found, "/admin/front#slot-1"), (placed.Status, placed.Location));
        Assert.Equal(["Headline of story-0", "Headline of story-5"], await HeadlinesAsync(2));

        await PressAsync("Move", "#slot-1 form.moves", ("Slot", "0"));
        Assert.Equal(["Headline of story-5", "Headline of story-0"], await HeadlinesAsync(2));
        Assert.Contains("Stays until Mon 23 Nov 2026, 13:00 Brussels / 12:00 UTC, in 1 d 0 h", (await PageAsync()).QuerySelector("#slot-0 .stays")!.TextContent, StringComparison.Ordinal);
        await PressAsync("Stay", "#slot-0 form[action*=Stay]", ("Stay", "Pinned"));
        Assert.Contains("Pinned", (await PageAsync()).QuerySelector("#slot-0 .stays")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Not out yet.", State(await PageAsync()), StringComparison.Ordinal);
        Assert.Contains("Eva changed it last", State(await PageAsync()), StringComparison.Ordinal);

        await PressAsync("PutOut", "form[action*=PutOut]");
        Assert.StartsWith("Out.", State(await PageAsync()), StringComparison.Ordinal);
        Assert.Equal("/harbour/story-5", (await app.PageAsync("/")).QuerySelector(".lead .hed a")!.GetAttribute("href"));

        await PressAsync("TakeOff", "#slot-0 form[action*=TakeOff]");
        Assert.Equal("/harbour/story-5", (await app.PageAsync("/")).QuerySelector(".lead .hed a")!.GetAttribute("href"));
        await PressAsync("Discard", "form[action*=Discard]");
        Assert.StartsWith("Out.", State(await PageAsync()), StringComparison.Ordinal);
        Assert.Equal("Headline of story-5", (await HeadlinesAsync(1))[0]);
    }

    [Fact]
    public async Task A_step_on_an_arrangement_that_somebody_else_changed_is_refused_with_409_and_can_be_done_on_what_stands_now()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Administrator);
        var (first, second) = (await app.IdOfAsync("story-3"), await app.IdOfAsync("story-4"));
        var opened = await browser.GetAsync("/admin/front");
        await app.ArrangeAsync(ann, FrontStep.Place, first);

        var refused = await PressAsync(opened, $".shelf-list li[data-article='{second}'] form", ("Slot", "0"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        var note = refused.Page.QuerySelector(".note[role=alert]")!.TextContent;
        Assert.Contains("Ann changed the front page", note, StringComparison.Ordinal);
        Assert.Contains("You wanted to place “Headline of story-4” in the slot “Lead”.", note, StringComparison.Ordinal);
        Assert.Equal("Headline of story-3", refused.Page.QuerySelector("#slot-0 h3")!.TextContent);
        Assert.Equal([first], (await app.PreparedFrontAsync()).Placements.Select(placement => placement.ArticleId));

        await PressAsync(refused, ".note form");
        Assert.Equal([second, first], (await app.PreparedFrontAsync()).Placements.Select(placement => placement.ArticleId));
    }

    [Fact]
    public async Task Putting_out_what_one_has_not_seen_is_refused_too()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Administrator);
        await app.ArrangeAsync(eva, FrontStep.Place, await app.IdOfAsync("story-3"));
        var opened = await browser.GetAsync("/admin/front");
        await app.ArrangeAsync(ann, FrontStep.Place, await app.IdOfAsync("story-4"));

        Assert.Equal(HttpStatusCode.Conflict, (await PressAsync(opened, "form[action*=PutOut]")).Status);

        Assert.False(await app.WithDatabaseAsync(db => db.FrontArrangements.AnyAsync(front => front.IsOut, Ct)));
    }

    [Fact]
    public async Task A_banner_typed_too_late_stays_in_its_field_beside_the_one_that_is_kept()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Administrator);
        var opened = await browser.GetAsync("/admin/front");
        await app.AnnounceAsync(ann, "The mole is closed");

        var refused = await PressAsync(opened, "form[action*='handler=Banner']", ("Text", "The quay is closed"), ("Link", "/harbour/story-2"), ("Hours", "4"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(("“The mole is closed”", "The quay is closed", "/harbour/story-2", "4"), (refused.Page.QuerySelector(".kept-banner")!.TextContent,
            refused.Page.QuerySelector("#Text")!.GetAttribute("value"), refused.Page.QuerySelector("#Link")!.GetAttribute("value"), refused.Page.QuerySelector("#Hours option[selected]")!.GetAttribute("value")));
        Assert.Equal("The mole is closed", (await app.PreparedFrontAsync()).Banner!.Text);
        var again = await PressAsync(refused, "form[action*='handler=Banner']", ("Text", "The quay is closed"), ("Hours", "4"));
        Assert.Equal(HttpStatusCode.Found, again.Status);
        Assert.Equal(("The quay is closed", NewsApp.Noon.AddHours(4)), ((await app.PreparedFrontAsync()).Banner!.Text, (await app.PreparedFrontAsync()).Banner!.Until));
    }

    [Theory]
    [InlineData("", "", "2", "Write the line")]
    [InlineData("201", "", "2", "at most 200 characters")]
    [InlineData("The quay", "/harbour/nowhere", "2", "no address of an article")]
    [InlineData("The quay", "https://elsewhere.example/harbour/story-1", "2", "no address of an article")]
    [InlineData("The quay", "javascript:alert(1)", "2", "no address of an article")]
    [InlineData("The quay", "", "25", "Choose one of the list")]
    [InlineData("The quay", "", "many", "many")]
    public async Task A_banner_that_cannot_be_kept_is_told_why_and_loses_nothing_typed(string text, string link, string hours, string complaint)
    {
        if (text is "201") text = new string('x', 201);

        var refused = await PressAsync("Banner", "form[action*='handler=Banner']", ("Text", text), ("Link", link), ("Hours", hours));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(complaint, refused.Errors, StringComparison.Ordinal);
        Assert.Equal((text, link), (refused.Page.QuerySelector("#Text")!.GetAttribute("value") ?? "", refused.Page.QuerySelector("#Link")!.GetAttribute("value") ?? ""));
        Assert.Null((await app.PreparedFrontAsync()).Banner);
    }

    [Theory]
    [InlineData("Place", "Slot", "6", "Slot: choose")]
    [InlineData("Place", "Slot", "-1", "Slot: choose")]
    [InlineData("Place", "Slot", "first", "Slot: ")]
    [InlineData("Place", "Article", "99999", "Article: only one that is published or scheduled")]
    [InlineData("Place", "Article", "9223372036854775808", "Article")]
    [InlineData("Place", "Stay", "9", "Stay: ")]
    [InlineData("Move", "Article", "99999", "stands in no slot")]
    [InlineData("TakeOff", "Article", "99999", "stands in no slot")]
    [InlineData("Stay", "Article", "99999", "stands in no slot")]
    public async Task What_no_button_posts_is_refused_with_a_reason(string handler, string field, string value, string complaint)
    {
        var form = new Dictionary<string, string> { ["Article"] = $"{await app.IdOfAsync("story-1")}", ["Slot"] = "0", ["Stay"] = "Day", [field] = value };

        form["Version"] = "0";
        form["__RequestVerificationToken"] = (await PageAsync()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var refused = await browser.PostAsync($"/admin/front?handler={handler}", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(complaint, refused.Errors, StringComparison.Ordinal);
        Assert.Empty((await app.PreparedFrontAsync()).Placements);
    }

    [Fact]
    public async Task Who_may_not_know_of_a_scheduled_article_can_neither_place_nor_read_it_but_can_take_it_off()
    {
        var later = await app.IdOfAsync("later");
        await app.MemberAsync("Hal", StaffRole.Editor, 1);
        using var hal = await app.BrowserOfAsync("hal@courier.example");
        Assert.DoesNotContain("later", (await hal.GetAsync("/admin/front?q=later")).Page.QuerySelector(".place-from")!.TextContent, StringComparison.Ordinal);
        var hals = new StaffMember(99, "Hal", StaffRole.Editor, [1], null);
        Assert.Equal(FrontEnd.Refused, (await app.ArrangeAsync(hals, FrontStep.Place, later)).End);
        await app.ArrangeAsync(eva, FrontStep.Place, later);
        await app.AnnounceAsync(eva, "The council sits", "/council/later", hours: 24);
        await app.PutOutAsync(hals);

        foreach (var url in new[] { "/admin/front", $"/admin/front?off={later}", "/admin/front/preview", "/admin/front/history", "/admin/log" })
        {
            Assert.DoesNotContain("later", (await hal.GetAsync(url)).Text, StringComparison.Ordinal);
            if (url is not "/admin/log" && !url.Contains("off=", StringComparison.Ordinal)) Assert.Contains("Headline of later", (await browser.GetAsync(url)).Text, StringComparison.Ordinal);
        }

        Assert.Contains("not public", (await hal.GetAsync("/admin/front")).Page.QuerySelector("#slot-0 h3")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(FrontEnd.Done, (await app.ArrangeAsync(hals, FrontStep.TakeOff, later)).End);
    }

    [Fact]
    public async Task The_preview_shows_what_would_go_out_to_editors_alone_and_is_stored_nowhere()
    {
        await app.ArrangeAsync(eva, FrontStep.Place, await app.IdOfAsync("later"));
        await app.ArrangeAsync(eva, FrontStep.Place, await app.IdOfAsync("story-6"), slot: 1);
        await app.AnnounceAsync(eva, "The quay is closed");

        var preview = await browser.GetAsync("/admin/front/preview");

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.True(preview.Headers.CacheControl!.NoStore);
        Assert.Equal(("noindex", "/council/later"), (preview.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"), preview.Page.QuerySelector(".lead .hed a")!.GetAttribute("href")));
        Assert.Contains("Preview: not out yet.", preview.Page.QuerySelector(".unpublished")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("“Headline of later” is scheduled for Sun 22 Nov 2026, 16:00 Brussels / 15:00 UTC", preview.Page.QuerySelector(".unpublished")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("The quay is closed", preview.Page.QuerySelector(".breaking span")!.TextContent);
        Assert.Equal("/harbour/story-0", (await app.PageAsync("/")).QuerySelector(".lead .hed a")!.GetAttribute("href"));
        using var stranger = await app.GetAsync("/admin/front/preview");
        Assert.Equal(HttpStatusCode.Found, stranger.StatusCode);
    }

    [Fact]
    public async Task Going_out_is_kept_with_who_and_when_logged_and_told_to_whatever_keeps_pages()
    {
        await app.ArrangeAsync(eva, FrontStep.Place, await app.IdOfAsync("story-6"), stay: FrontStay.SixHours);
        await app.PutOutAsync(eva);
        await app.PutOutAsync(eva); // a second press of the button changes nothing
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.ArrangeAsync(eva, FrontStep.TakeOff, await app.IdOfAsync("story-6"));
        await app.PutOutAsync(eva);
        app.Clock.Advance(TimeSpan.FromHours(9));

        var history = (await browser.GetAsync("/admin/front/history")).Page.QuerySelectorAll(".went-out > li");
        Assert.Equal(2, history.Length);
        Assert.Equal(("22 November 2026, 14:00", true), (history[0].QuerySelector("h2")!.TextContent, history[0].TextContent.Contains("Readers see it now.", StringComparison.Ordinal)));
        Assert.Contains("Eva put it out.", history[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(("Lead", "Headline of story-6 until Sun 22 Nov 2026, 19:00 Brussels / 18:00 UTC"), (history[1].QuerySelector("dt")!.TextContent, history[1].QuerySelector("dd")!.TextContent));
        var told = await app.WithDatabaseAsync(db => db.PublicationEvents.Where(each => each.Kind == PublicationEventKind.FrontArranged).ToListAsync(Ct));
        Assert.Equal([["fronts"], ["fronts"]], told.Select(each => each.DependencyTags.ToArray()));
        var logged = await app.WithDatabaseAsync(db => db.AuditLog.Where(entry => entry.Action == AuditAction.FrontArranged).OrderBy(entry => entry.Id).Select(entry => $"{entry.Name} {entry.AccountId} {entry.Detail}").ToListAsync(Ct));
        Assert.Equal([$"Eva {eva.Id} Placed: Lead.", $"Eva {eva.Id} Nothing placed."], logged);

        var back = await browser.SubmitAsync("/admin/front/history", new Dictionary<string, string> { ["id"] = "2" }, "BringBack");
        Assert.Equal("/admin/front", back.Location);
        Assert.Equal((await app.IdOfAsync("story-6"), (DateTimeOffset?)app.Clock.GetUtcNow().AddDays(1)), (await app.PreparedFrontAsync()).Placements.Select(placement => (placement.ArticleId, placement.Until)).Single());
        Assert.NotEqual("/harbour/story-6", (await app.PageAsync("/")).QuerySelector(".lead .hed a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Bringing_back_over_what_somebody_else_prepared_asks_first()
    {
        await app.ArrangeAsync(eva, FrontStep.Place, await app.IdOfAsync("story-6"));
        await app.PutOutAsync(eva);
        var opened = await browser.GetAsync("/admin/front/history");
        await app.ArrangeAsync(eva, FrontStep.Place, await app.IdOfAsync("story-5"));

        var refused = await browser.SubmitAsync(opened, "/admin/front/history", new Dictionary<string, string>(), "BringBack");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(2, (await app.PreparedFrontAsync()).Placements.Count);
        Assert.Equal("/admin/front", (await PressAsync(refused, ".note form")).Location);
        Assert.Single((await app.PreparedFrontAsync()).Placements);
    }

    [Fact]
    public async Task What_went_out_can_be_neither_changed_nor_deleted()
    {
        await app.ArrangeAsync(eva, FrontStep.Place, await app.IdOfAsync("story-6"));
        await app.PutOutAsync(eva);

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => app.WithDatabaseAsync(db => db.FrontArrangements.Where(front => front.IsOut).ExecuteDeleteAsync(Ct)));
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => app.WithDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE FrontArrangements SET Placements = '[]' WHERE IsOut", Ct)));
    }

    [Fact]
    public async Task Many_at_once_do_one_step_each_or_are_refused_and_none_is_lost()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => app.IdOfAsync($"story-{n}")));

        var outcomes = await Task.WhenAll(ids.Select(id => app.ArrangeAsync(eva, FrontStep.Place, id, version: 0)));

        Assert.Equal([FrontEnd.Done, .. Enumerable.Repeat(FrontEnd.Stale, 5)], outcomes.Select(outcome => outcome.End).Order());
        Assert.Single((await app.PreparedFrontAsync()).Placements);
    }

    private async Task<IDocument> PageAsync() => (await browser.GetAsync("/admin/front")).Page;

    private static string State(IDocument page) => page.QuerySelector(".front-state")!.TextContent.Trim();

    private async Task<string[]> HeadlinesAsync(int count) => [.. (await PageAsync()).QuerySelectorAll(".slot h3").Take(count).Select(heading => heading.TextContent)];

    private async Task<Answer> PressAsync(string handler, string form, params (string Name, string Value)[] fields)
    {
        var opened = await browser.GetAsync("/admin/front");
        Assert.Contains("handler=" + handler, opened.Page.QuerySelector(form)!.GetAttribute("action"), StringComparison.Ordinal);
        return await PressAsync(opened, form, fields);
    }

    private Task<Answer> PressAsync(Answer opened, string form, params (string Name, string Value)[] fields)
    {
        var found = opened.Page.QuerySelector(form)!;
        var held = found.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        foreach (var (name, value) in fields) held[name] = value;
        return browser.PostAsync(found.GetAttribute("action")!, held);
    }
}
