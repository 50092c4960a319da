using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>Closing the tab, losing the network, the server or the session never costs a character.</summary>
public sealed class EditorSavingTests(ReadingRoom room, ModelSite model) : IClassFixture<ModelSite>
{
    private const string Begun = "The water rose in the night, and nobody";

    private RunningSite Site => model.Site;

    [Fact]
    public async Task What_was_typed_is_found_in_another_browser_after_this_one_was_killed_in_mid_sentence()
    {
        var email = await Site.HireAsync("Ines Maddern");
        string path;
        await using (var first = await OpenAsync(email))
        {
            await first.Page.Headline().PressSequentiallyAsync("The night of the water");
            await first.Page.Text().PressSequentiallyAsync(Begun);
            path = await first.Page.SavedAsync();
            await Expect(first.Page.Locator("[name=Version]")).Not.ToHaveValueAsync("0");
        }

        await using var second = await OpenAsync(email, path);

        await Expect(second.Page.Headline()).ToHaveValueAsync("The night of the water");
        await Expect(second.Page.Text()).ToHaveValueAsync(Begun);
    }

    [Fact]
    public async Task What_had_not_reached_the_server_is_found_in_the_same_browser_after_it_was_killed()
    {
        var email = await Site.HireAsync("Ines Maddern");
        var profile = Directory.CreateTempSubdirectory("newssite-profile-");
        var killed = await room.OpenProfileAsync(profile.FullName);
        var page = killed.Pages[0];
        await page.SignInAsync(Site, email);
        await page.OpenEditorAsync(Site);
        await page.Headline().FillAsync("Only here");
        var path = await page.SavedAsync();
        await page.RouteAsync("**/*handler=Save", route => route.AbortAsync());
        await page.Text().PressSequentiallyAsync(Begun);
        await page.HoldsCopyAsync(Begun);
        await killed.CloseAsync();

        await using var again = await room.OpenProfileAsync(profile.FullName);
        page = again.Pages[0];
        await page.OpenEditorAsync(Site, path);

        await Expect(page.Text()).ToHaveValueAsync(Begun);
        await page.RaisesAsync("This browser held text that had not reached the server. It is back in the page.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use the server’s version instead" }).ClickAsync();
        await Expect(page.Text()).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put my text back" }).ClickAsync();
        await Expect(page.Text()).ToHaveValueAsync(Begun);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await page.SaysAsync("saved");
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
        await again.CloseAsync();
        profile.Delete(recursive: true);
    }

    [Fact]
    public async Task A_server_that_stops_in_mid_sentence_gets_the_text_when_it_is_back()
    {
        await using var edition = await ModelEdition.StartAsync();
        var site = edition.Site;
        var email = await site.HireAsync("Ines Maddern");
        await using var reader = await room.OpenAsync(site);
        await reader.Page.SignInAsync(site, email);
        await reader.Page.OpenEditorAsync(site);
        await reader.Page.Headline().FillAsync("The server falls");
        var path = await reader.Page.SavedAsync();

        await site.StopAsync();
        await reader.Page.Text().PressSequentiallyAsync(Begun);
        await reader.Page.RaisesAsync("Not saved: no connection. Your text is safe in this browser.");

        await using var restarted = site.Restarted();
        await reader.Page.SaysAsync("saved");
        await using var second = await room.OpenAsync(restarted);
        await second.Page.SignInAsync(restarted, email);
        await second.Page.OpenEditorAsync(restarted, path);
        await Expect(second.Page.Text()).ToHaveValueAsync(Begun);
    }

    [Fact]
    public async Task A_session_that_ends_in_mid_sentence_costs_nothing_and_saving_goes_on_after_signing_in_again()
    {
        var email = await Site.HireAsync("Ines Maddern");
        await using var reader = await OpenAsync(email);
        await reader.Page.Headline().FillAsync("Signed out");
        await reader.Page.SavedAsync();

        await Site.SignOutEverywhereAsync(email);
        await reader.Page.Text().PressSequentiallyAsync(Begun);
        await reader.Page.RaisesAsync("You have been signed out. Your text is safe in this browser.");
        await reader.Page.HoldsCopyAsync(Begun);

        var door = await reader.Page.Context.NewPageAsync();
        await door.SignInAsync(Site, email);
        await reader.Page.BringToFrontAsync();
        await reader.Page.SaysAsync("saved");
        await Expect(reader.Page.Locator(".bar-note")).ToHaveCountAsync(0);
        await reader.Page.ReloadAsync();
        await Expect(reader.Page.Text()).ToHaveValueAsync(Begun);
    }

    [Fact]
    public async Task After_the_session_ended_and_the_tab_was_closed_the_text_is_found_on_coming_back()
    {
        var email = await Site.HireAsync("Ines Maddern");
        await using var reader = await OpenAsync(email);
        await reader.Page.Headline().FillAsync("Signed out, then away");
        var path = await reader.Page.SavedAsync();
        await Site.SignOutEverywhereAsync(email);
        await reader.Page.Text().PressSequentiallyAsync(Begun);
        await reader.Page.HoldsCopyAsync(Begun);
        await reader.Page.CloseAsync();

        var page = await reader.Page.Context.NewPageAsync();
        await page.SignInAsync(Site, email);
        await page.OpenEditorAsync(Site, path);

        await Expect(page.Text()).ToHaveValueAsync(Begun);
    }

    [Fact]
    public async Task Two_tabs_with_new_articles_keep_both()
    {
        var email = await Site.HireAsync("Ines Maddern");
        await using var reader = await OpenAsync(email, null);
        var context = reader.Page.Context;
        await context.RouteAsync("**/*handler=Save", route => route.AbortAsync());
        foreach (var headline in new[] { "First of two", "Second of two" })
        {
            var tab = await context.NewPageAsync();
            await tab.OpenEditorAsync(Site);
            await tab.Headline().FillAsync(headline);
            await tab.HoldsCopyAsync(headline);
        }

        foreach (var tab in context.Pages.ToList()) await tab.CloseAsync();
        await context.UnrouteAllAsync();

        var one = await context.NewPageAsync();
        await one.OpenEditorAsync(Site);
        await Expect(one.Headline()).ToHaveValueAsync("Second of two");
        await one.RaisesAsync("“First of two”");
        var other = await context.RunAndWaitForPageAsync(() => one.GetByRole(AriaRole.Link, new() { Name = "Open it in a new tab" }).ClickAsync());
        await Expect(other.Headline()).ToHaveValueAsync("First of two");
        foreach (var tab in new[] { one, other }) await tab.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        Assert.NotEqual(await one.SavedAsync(), await other.SavedAsync());
    }

    [Fact]
    public async Task A_copy_is_never_shown_to_somebody_else_in_the_same_browser()
    {
        await using var reader = await OpenAsync(await Site.HireAsync("Ines Maddern"));
        await reader.Page.RouteAsync("**/*handler=Save", route => route.AbortAsync());
        await reader.Page.Headline().FillAsync("For my eyes only");
        await reader.Page.HoldsCopyAsync("For my eyes only");
        var colleague = await Site.HireAsync("Tomas Okell");
        await reader.Page.SignInAsync(Site, colleague);

        await reader.Page.OpenEditorAsync(Site);

        await Expect(reader.Page.Headline()).ToHaveValueAsync("");
        await Expect(reader.Page.Locator(".bar-note")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_a_network_the_page_says_so_and_saves_when_it_is_back()
    {
        await using var reader = await OpenAsync(await Site.HireAsync("Ines Maddern"));
        await reader.Page.Headline().FillAsync("Offline");
        await reader.Page.SavedAsync();
        await reader.Page.Context.SetOfflineAsync(true);
        await reader.Page.Text().PressSequentiallyAsync(Begun);
        await reader.Page.RaisesAsync("Not saved: no connection.");

        await reader.Page.Context.SetOfflineAsync(false);

        await reader.Page.SaysAsync("saved");
        await Expect(reader.Page.Locator(".bar-note")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task When_somebody_else_saved_first_nothing_is_overwritten_and_both_versions_can_be_had()
    {
        await using var mine = await OpenAsync(await Site.HireAsync("Ines Maddern"));
        await mine.Page.Headline().FillAsync("Two hands");
        var path = await mine.Page.SavedAsync();
        await using var theirs = await OpenAsync(await Site.HireAsync("Tomas Okell"), path);
        await theirs.Page.Text().FillAsync("What Tomas wrote");
        await theirs.Page.SaysAsync("saved 1 s ago");

        await mine.Page.Text().FillAsync("What Ines wrote");

        await mine.Page.RaisesAsync("Tomas Okell saved another version");
        await Expect(mine.Page.Text()).ToHaveValueAsync("What Ines wrote");
        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "Show the saved version" }).ClickAsync();
        await Expect(mine.Page.Text()).ToHaveValueAsync("What Tomas wrote");
        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "Put mine back, and save it" }).ClickAsync();
        await mine.Page.SaysAsync("saved");
        await mine.Page.ReloadAsync();
        await Expect(mine.Page.Text()).ToHaveValueAsync("What Ines wrote");
    }

    [Fact]
    public async Task Two_people_on_one_article_see_each_other_and_bring_their_texts_together()
    {
        await using var mine = await OpenAsync(await Site.HireAsync("Ines Maddern"));
        await mine.Page.Text().FillAsync("One.\n\nTwo.\n\nThree.");
        var path = await mine.Page.SavedAsync();
        await using var theirs = await OpenAsync(await Site.HireAsync("Tomas Okell"), path);
        await theirs.Page.RaisesAsync("Ines Maddern has this article open too.");
        await theirs.Page.Text().FillAsync("One.\n\nTwo.\n\nThree, by Tomas.");
        await theirs.Page.SaysAsync("saved 1 s ago");
        await mine.Page.Text().FillAsync("One, by Ines.\n\nTwo.\n\nThree, by Ines.");
        await mine.Page.RaisesAsync("Tomas Okell saved another version");

        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "Show both texts and merge them" }).ClickAsync();
        await mine.Page.GetByLabel("Both, one after the other").CheckAsync();
        await StaffTests.LookAsync(mine, "merge");
        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "Save the merged text" }).ClickAsync();

        await Expect(mine.Page.Text()).ToHaveValueAsync("One, by Ines.\n\nTwo.\n\nThree, by Tomas.\n\nThree, by Ines.");
        await mine.Page.GotoAsync(new Uri(Site.Address, path + "/history").ToString());
        await Expect(mine.Page.Locator(".versions")).ToContainTextAsync("set aside for merging");
    }

    private async Task<Reader> OpenAsync(string email, string? path = WritingRoom.New)
    {
        var reader = await room.OpenAsync(Site);
        await reader.Page.SignInAsync(Site, email);
        if (path is not null) await reader.Page.OpenEditorAsync(Site, path);
        return reader;
    }
}
