using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The library and what belongs to it, as it is seen.</summary>
public sealed class PictureLookTests(ReadingRoom room) : IAsyncLifetime
{
    private ModelEdition edition = null!;

    private RunningSite Site => edition.Site;

    public async ValueTask InitializeAsync() => edition = await ModelEdition.StartAsync();

    public ValueTask DisposeAsync() => edition.DisposeAsync();

    [Fact]
    public async Task Axe_and_the_content_policy_find_nothing_in_the_library()
    {
        await using var reader = await room.OpenLibraryAsync(Site);
        var page = reader.Page;
        await Expect(page.Locator("main .lede")).ToHaveTextAsync("No picture is in the library yet.");
        await StaffTests.LookAsync(reader, "library-empty");

        await ShelveManyAsync();
        await page.Locator("#upload").DropAsync(PictureRoom.NoPicture("a file with a name that is so long that it does not fit into one line of a telephone.jpg"), PictureRoom.Jpeg("storm.jpg", 70, 900, 600));
        await Expect(page.Named("storm.jpg")).ToBeVisibleAsync();
        await StaffTests.LookAsync(reader, "library-refused");
        await reader.GoAsync(PictureRoom.Library + "?added=3");
        await StaffTests.LookAsync(reader, "library");
        await reader.GoAsync(PictureRoom.Library + "?q=nothing+of+this");
        await Expect(page.Locator("main .lede")).ToHaveTextAsync("No picture has these words.");
        await StaffTests.LookAsync(reader, "library-nothing");
        Assert.All(reader.Complaints, complaint => Assert.Contains("422", complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Axe_and_the_content_policy_find_nothing_on_a_pictures_page()
    {
        var asset = await Site.ShelveAsync("a barrier, seen from the north, at night, with all its lamps lit and nobody there.jpg", 71, 1600, 1000);
        var path = $"{PictureRoom.Library}/{asset.Id}";
        await using var ines = await room.OpenLibraryAsync(Site, path: path);
        await using var tomas = await room.OpenLibraryAsync(Site, path: path);
        await ines.Page.SeenAsync();
        await StaffTests.LookAsync(ines, "picture");
        await ines.Page.GetByLabel("Caption").FillAsync("The barrier, from the north");
        await ines.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(ines.Page.Locator(".saved")).ToBeVisibleAsync();

        await tomas.Page.GetByLabel("Caption").FillAsync("The barrier at night");
        await tomas.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tomas.Page.Locator("main [role=alert]")).ToContainTextAsync("Somebody else changed this");
        await Expect(tomas.Page.Locator(".note dl")).ToContainTextAsync("The barrier, from the north");
        await Expect(tomas.Page.GetByLabel("Caption")).ToHaveValueAsync("The barrier at night");
        await StaffTests.LookAsync(tomas, "picture-conflict");

        await tomas.Page.Locator("#FocusX").FillAsync("101");
        await tomas.Page.EvaluateAsync("document.querySelector('.picture-sheet').noValidate = true");
        await tomas.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tomas.Page.Locator("#FocusX-error")).ToHaveTextAsync("Give a number from 0 to 100.");
        await Expect(tomas.Page.Locator("#FocusX")).ToHaveValueAsync("101");
        await StaffTests.LookAsync(tomas, "picture-refused");

        await ines.Page.GetByRole(AriaRole.Button, new() { Name = "Delete…" }).ClickAsync();
        await Expect(ines.Page.Locator("main [role=alert]")).ToContainTextAsync("will be gone");
        await StaffTests.LookAsync(ines, "picture-delete");
        await ines.Page.Locator(".note.ask .first").ClickAsync();
        await Expect(ines.Page.Locator("main .lede")).ToHaveTextAsync("No picture is in the library yet.");
        Assert.Empty(ines.Complaints);
        Assert.All(tomas.Complaints, complaint => Assert.Matches("409|422", complaint));
    }

    [Fact]
    public async Task Axe_and_the_content_policy_find_nothing_in_the_chooser()
    {
        await ShelveManyAsync();
        await using var reader = await room.OpenLibraryAsync(Site, path: WritingRoom.New);
        var page = reader.Page;
        await Expect(page.Locator("main[data-ready]")).ToBeAttachedAsync();
        await page.FillInAsync("A picture story");
        await page.SavedAsync();
        await page.Locator("[data-picks=text]").ClickAsync();
        await Expect(page.Chooser().Locator("li img")).Not.ToHaveCountAsync(0);
        await page.Locator("#pictures-files").SetInputFilesAsync(PictureRoom.NoPicture("torn.jpg"));
        await Expect(page.Chooser().Locator(".uploads .error")).ToBeVisibleAsync();
        await StaffTests.LookAsync(reader, "chooser");
        await page.Chooser().Locator("li button").First.ClickAsync();
        await page.Locator("[data-use]").ClickAsync();
        await Expect(page.Locator("#pictures-alt-error")).ToBeVisibleAsync();
        await StaffTests.LookAsync(reader, "chooser-describe");
        await page.Keyboard.PressAsync("Escape");
        await page.SetViewportSizeAsync(ReaderSetup.Phone, ReaderSetup.HeightFor(ReaderSetup.Phone));
        await page.Locator("[data-picks=text]").ClickAsync();
        await Expect(page.Chooser()).ToBeVisibleAsync();
        Assert.True(await page.Chooser().EvaluateAsync<bool>("box => box.scrollWidth <= box.clientWidth"), "The chooser scrolls sideways.");
        Assert.All(reader.Complaints, complaint => Assert.Contains("422", complaint, StringComparison.Ordinal));
    }

    private async Task ShelveManyAsync()
    {
        for (var number = 0; number < 12; number++) await Site.ShelveAsync($"picture number {number} of the old harbour.jpg", 50 + number, 600 + (number % 3 * 300), number % 4 == 0 ? 1200 : 700);
    }
}
