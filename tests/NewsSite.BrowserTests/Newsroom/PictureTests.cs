using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>Pictures come into the library, and are aimed.</summary>
public sealed class PictureTests(ReadingRoom room, ModelSite model) : IClassFixture<ModelSite>
{
    private RunningSite Site => model.Site;

    [Fact]
    public async Task Several_are_dropped_at_once_and_each_shows_how_far_it_is()
    {
        await using var reader = await room.OpenLibraryAsync(Site);
        var page = reader.Page;
        await page.RouteAsync("**/admin/pictures?handler=Upload", async route =>
        {
            // The page as it stands while the first is on its way.
            await Expect(page.Locator(".uploads progress")).ToHaveCountAsync(route.Request.PostDataBuffer!.AsSpan().IndexOf("quay"u8) > 0 ? 2 : 1);
            await route.ContinueAsync();
        });

        await page.Locator("#upload").DropAsync(PictureRoom.Jpeg("quay.jpg", 1), PictureRoom.Png("crane.png", 2));

        await Expect(page.Locator(".saved")).ToHaveTextAsync("2 pictures are in the library.");
        await Expect(page.Named("quay.jpg")).ToBeVisibleAsync();
        await Expect(page.Named("crane.png")).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_bad_file_among_them_is_named_and_the_others_stand_in_the_list_at_once()
    {
        await using var reader = await room.OpenLibraryAsync(Site);
        var page = reader.Page;
        FilePayload notes = new() { Name = "notes.txt", MimeType = "text/plain", Buffer = "Words."u8.ToArray() };

        await page.Locator("#upload").DropAsync(PictureRoom.NoPicture("broken.jpg"), PictureRoom.Jpeg("mole.jpg", 3), notes);

        await Expect(page.Locator(".uploads li")).ToHaveTextAsync([new Regex("^broken.jpg is not a JPEG"), new Regex("^mole.jpg is in the library"), new Regex("^notes.txt is not a JPEG")]);
        await Expect(page.Named("mole.jpg")).ToBeVisibleAsync();
        await Expect(page.Locator(".uploads progress")).ToHaveCountAsync(0);
        Assert.All(reader.Complaints, complaint => Assert.Contains("422", complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_is_pasted()
    {
        await using var reader = await room.OpenLibraryAsync(Site);

        await reader.Page.Locator("body").PasteAsync(PictureRoom.Png("pasted.png", 4));

        await Expect(reader.Page.Locator(".saved")).ToHaveTextAsync("One picture is in the library.");
        await Expect(reader.Page.Named("pasted.png")).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task The_field_for_files_is_reached_and_used_by_keyboard()
    {
        await using var reader = await room.OpenLibraryAsync(Site);
        var page = reader.Page;
        for (var stop = 0; stop < 40 && await page.EvaluateAsync<string>("document.activeElement.id") is not "files"; stop++) await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#files")).ToBeFocusedAsync();

        await page.Locator("#files").SetInputFilesAsync(PictureRoom.Jpeg("by hand.jpg", 5));

        await Expect(page.Named("by hand.jpg")).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task The_point_in_view_is_set_by_a_click_and_by_arrows_and_the_crops_follow()
    {
        var asset = await Site.ShelveAsync("aimed.jpg", 6, 1600, 900);
        await using var reader = await room.OpenLibraryAsync(Site, path: $"{PictureRoom.Library}/{asset.Id}");
        var page = reader.Page;
        await page.SeenAsync();
        var box = (await page.Locator("[data-aim] img").BoundingBoxAsync())!;

        await page.Locator("[data-aim] img").ClickAsync(new() { Position = new() { X = box.Width * 0.25f, Y = box.Height * 0.75f } });
        await Expect(page.Locator("#FocusX")).ToHaveValueAsync("25");
        await Expect(page.Locator("#FocusY")).ToHaveValueAsync("75");
        await Expect(page.Locator(".mark")).ToBeFocusedAsync();
        foreach (var key in new[] { "ArrowLeft", "Shift+ArrowLeft", "ArrowUp", "Shift+ArrowDown" }) await page.Keyboard.PressAsync(key);

        await Expect(page.Locator("#FocusX")).ToHaveValueAsync("14");
        await Expect(page.Locator("#FocusY")).ToHaveValueAsync("84");
        await Expect(page.Locator(".mark")).ToHaveAttributeAsync("aria-label", "In view: 14 % from the left, 84 % from above. Arrow keys move it.");
        // A square of it has nothing left to give on the left, and takes its whole height.
        await Expect(page.Locator(".crop-square")).ToHaveCSSAsync("object-position", "0% 50%");
        await page.Locator("#FocusX").FillAsync("50");
        await Expect(page.Locator(".crop-square")).ToHaveCSSAsync("object-position", "50% 50%");
        await page.Locator("#FocusX").FillAsync("14");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".saved")).ToHaveTextAsync("Saved.");
        await Expect(page.Locator("#FocusX")).ToHaveValueAsync("14");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task The_mark_does_not_leave_the_picture()
    {
        var asset = await Site.ShelveAsync("corner.jpg", 7);
        await using var reader = await room.OpenLibraryAsync(Site, path: $"{PictureRoom.Library}/{asset.Id}");
        var page = reader.Page;
        await page.Locator(".mark").FocusAsync();

        for (var step = 0; step < 7; step++)
        {
            await page.Keyboard.PressAsync("Shift+ArrowRight");
            await page.Keyboard.PressAsync("Shift+ArrowUp");
        }

        await Expect(page.Locator("#FocusX")).ToHaveValueAsync("100");
        await Expect(page.Locator("#FocusY")).ToHaveValueAsync("0");
        await page.SetViewportSizeAsync(ReaderSetup.Phone, ReaderSetup.HeightFor(ReaderSetup.Phone));
        Assert.Equal(ReaderSetup.Phone, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        foreach (var crop in await page.Locator(".crop").AllAsync()) await Expect(crop).ToBeVisibleAsync();
        await Expect(page.Locator(".crop")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Without_script_a_form_brings_pictures_in_and_two_numbers_aim_them()
    {
        await using var reader = await room.OpenLibraryAsync(Site, new() { Script = false });
        var page = reader.Page;
        await page.Locator("#files").SetInputFilesAsync([PictureRoom.Jpeg("plain.jpg", 8), PictureRoom.NoPicture("bad.jpg")]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await Expect(page.Locator(".uploads .error")).ToContainTextAsync("bad.jpg is not a JPEG");
        await Expect(page.GetByText("Drop them here")).ToBeHiddenAsync();

        await page.Locator(".uploads").GetByRole(AriaRole.Link, new() { Name = "plain.jpg" }).ClickAsync();
        await Expect(page.Locator(".mark")).ToHaveCountAsync(0);
        await page.Locator("#FocusX").FillAsync("10");
        await page.Locator("#FocusY").FillAsync("90");
        await page.GetByLabel("Caption").FillAsync("The plain way");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.Locator(".saved")).ToHaveTextAsync("Saved.");
        await Expect(page.Locator("[data-crop=Square] img")).ToHaveAttributeAsync("src", new Regex(@"/square-\d+-10-90\.jpg$"));
        await Expect(page.Locator(".sample")).ToContainTextAsync(new Regex(@"^!\[What it shows\]\(/media/[0-9a-f]{32}\.jpg ""Caption \| Credit""\)"));
        await reader.GoAsync(PictureRoom.Library + "?q=plain+way");
        await Expect(page.Named("The plain way")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_front_page_is_cut_around_the_point_in_view()
    {
        await using var site = await ModelEdition.StartAsync();
        var asset = await site.Site.ShelveAsync("lead.jpg", 9, 1600, 900);
        await using var reader = await room.OpenLibraryAsync(site.Site, path: WritingRoom.New);
        var page = reader.Page;
        await Expect(page.Locator("main[data-ready]")).ToBeAttachedAsync();
        await page.FillInAsync("A bridge to the mole is opened");
        await page.GetByText("Picture", new() { Exact = true }).ClickAsync();
        await page.Locator("#Picture").FillAsync(asset.File);
        await page.Locator("#PictureAlt").FillAsync("A bridge");
        await page.PublishAsync();
        await reader.GoAsync(site.Site.Address.ToString());
        var crop = page.Locator($".lead img[src*='{asset.File}'], .picture-link img[src*='{asset.File}']").First;
        await Expect(crop).ToHaveAttributeAsync("src", new Regex(@"/standard-\d+-50-50\.jpg$"));

        await reader.GoAsync(new Uri(site.Site.Address, $"{PictureRoom.Library}/{asset.Id}").ToString());
        await page.Locator("#FocusX").FillAsync("20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".saved")).ToBeVisibleAsync();

        await reader.GoAsync(site.Site.Address.ToString());
        await Expect(crop).ToHaveAttributeAsync("src", new Regex(@"/standard-\d+-20-50\.jpg$"));
        await page.SeenAsync();
        Assert.Empty(reader.Complaints);
    }
}
