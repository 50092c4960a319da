using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>Pictures of the library are used in articles and content pages.</summary>
public sealed class PictureUseTests(ReadingRoom room, ModelSite model) : IClassFixture<ModelSite>
{
    private RunningSite Site => model.Site;

    [Fact]
    public async Task One_is_chosen_by_keyboard_has_to_be_described_and_is_put_into_the_text()
    {
        var asset = await Site.ShelveAsync("siren.jpg", 21);
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await page.Text().FillAsync("The board voted.");
        await page.Locator("markdown-toolbar").FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(page.Locator("[data-picks=text]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#pictures-words")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("siren");
        await Expect(page.Chooser().Locator(".called")).ToHaveTextAsync(["siren.jpg"]);
        await page.Chooser().GetByRole(AriaRole.Button, new() { Name = "siren.jpg" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#pictures-alt")).ToBeFocusedAsync();
        await page.Locator("#pictures-caption").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#pictures-alt-error")).ToBeVisibleAsync();
        await Expect(page.Locator("#pictures-alt")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("A siren on the mole");
        await page.Locator("#pictures-credit").FocusAsync();
        await page.Keyboard.TypeAsync("Ada Fenwick");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Chooser()).ToHaveCountAsync(0);
        await Expect(page.Text()).ToBeFocusedAsync();
        await Expect(page.Text()).ToHaveValueAsync($"The board voted.\n\n![A siren on the mole](/media/{asset.File} \"| Ada Fenwick\")\n\n");
        await Expect(page.Locator(".preview .body figure img")).ToHaveAttributeAsync("alt", "A siren on the mole");
        await Expect(page.Locator(".preview .body .credit")).ToHaveTextAsync("Ada Fenwick");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Text()).ToHaveValueAsync("The board voted.");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task One_is_put_over_the_article_and_tells_nothing_if_that_is_said()
    {
        var asset = await Site.ShelveAsync("overture.jpg", 22);
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await page.FillInAsync("A picture over an article");
        await page.GetByText("Picture", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose a picture…" }).ClickAsync();
        await page.Locator("#pictures-words").FillAsync("overture");
        await page.Chooser().GetByRole(AriaRole.Button, new() { Name = "overture.jpg" }).ClickAsync();
        await page.DescribeAsync("The lamps of the mole", "At dusk", "Ada Fenwick");

        await Expect(page.Locator("#Picture")).ToHaveValueAsync(asset.File);
        await Expect(page.Locator("#PictureAlt")).ToHaveValueAsync("The lamps of the mole");
        await Expect(page.Locator(".preview figure").First).ToContainTextAsync("At dusk");
        await Expect(page.Locator($".preview img[src*='{asset.File}']")).ToHaveAttributeAsync("alt", "The lamps of the mole");

        await page.GetByRole(AriaRole.Button, new() { Name = "Choose a picture…" }).ClickAsync();
        await page.Locator("#pictures-words").FillAsync("overture");
        await page.Chooser().GetByRole(AriaRole.Button, new() { Name = "overture.jpg" }).ClickAsync();
        await page.GetByLabel("It tells nothing that the text does not").Last.CheckAsync();
        await Expect(page.Locator("#pictures-alt")).ToBeHiddenAsync();
        await page.Locator("[data-use]").ClickAsync();
        await Expect(page.Locator("#PictureIsDecorative")).ToBeCheckedAsync();
        await Expect(page.Locator("#PictureAlt")).ToHaveValueAsync("");
        await page.SavedAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Files_dropped_on_the_text_come_in_and_each_is_asked_about()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await page.Text().FillAsync("The board voted.");

        await page.Text().DropAsync(PictureRoom.Jpeg("tide.jpg", 23), PictureRoom.NoPicture("torn.jpg"), PictureRoom.Jpeg("ebb.jpg", 24));

        await Expect(page.Locator("[data-called]")).ToHaveTextAsync("tide.jpg");
        await page.DescribeAsync("High water");
        await Expect(page.Locator("[data-called]")).ToHaveTextAsync("ebb.jpg");
        await page.Locator("#pictures-alt").FillAsync("Low water");
        await page.Locator("#pictures-caption").PressAsync("Enter");

        await Expect(page.Text()).ToHaveValueAsync(new Regex(@"^The board voted\.\n\n!\[High water\]\(/media/[0-9a-f]{32}\.jpg\)\n\n!\[Low water\]\(/media/[0-9a-f]{32}\.jpg\)\n\n$"));
        await Expect(page.Locator(".preview .body figure img")).ToHaveCountAsync(2);
        await Expect(page.Locator("#pictures .uploads .error")).ToContainTextAsync("torn.jpg is not a JPEG");
        Assert.All(reader.Complaints, complaint => Assert.Contains("422", complaint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A “sign”: [no] entry \\ (yet)", "“Stop”, it says (in [red]) \\o/", "A. [B.] “C.”")]
    [InlineData("A \"sign\"", "\"Stop\", it \"says\"", "\"C.\"")]
    [InlineData("*Not* <b>bold</b> &amp; _never_ `code`", "AT&amp;T <i>at</i> *work*", "Smith & Sons")]
    public async Task Quotes_and_brackets_in_what_is_said_of_a_picture_survive(string alt, string caption, string credit)
    {
        await Site.ShelveAsync("signs.jpg", 25);
        // Straight marks are set as a printer would.
        static Regex Printed(string words) => new("^" + Regex.Escape(words).Replace("\"", "[“”\"]", StringComparison.Ordinal) + "$");
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await page.Locator("[data-picks=text]").ClickAsync();
        await page.Locator("#pictures-words").FillAsync("signs");
        await page.Chooser().GetByRole(AriaRole.Button, new() { Name = "signs.jpg" }).ClickAsync();
        await page.DescribeAsync(alt, caption, credit);

        var figure = page.Locator(".preview .body figure");
        await Expect(figure.Locator("img")).ToHaveAttributeAsync("alt", Printed(alt));
        await Expect(figure.Locator(".credit")).ToHaveTextAsync(Printed(credit));
        await Expect(figure.Locator("figcaption")).ToHaveTextAsync(Printed($"{caption} {credit}"));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Two_in_one_paragraph_are_a_gallery()
    {
        var (first, second) = (await Site.ShelveAsync("first.jpg", 26), await Site.ShelveAsync("second.jpg", 27));
        await using var reader = await OpenAsync();

        await reader.Page.Text().FillAsync($"![One](/media/{first.File} \"Left\")\n![Two](/media/{second.File})\n\nWords.");

        await Expect(reader.Page.Locator(".preview .gallery figure")).ToHaveCountAsync(2);
        await reader.Page.SetViewportSizeAsync(2000, 1200);
        var boxes = await Task.WhenAll(reader.Page.Locator(".preview .gallery img").First.BoundingBoxAsync(), reader.Page.Locator(".preview .gallery img").Last.BoundingBoxAsync());
        Assert.Equal(boxes[0]!.Y, boxes[1]!.Y, 1f);
        Assert.True(boxes[1]!.X > boxes[0]!.X + boxes[0]!.Width - 1, "The pictures lie over each other.");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task An_article_whose_picture_is_not_described_cannot_be_published_until_it_is()
    {
        var asset = await Site.ShelveAsync("undescribed.jpg", 28);
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await page.FillInAsync("A picture without words");
        await page.GetByText("Picture", new() { Exact = true }).ClickAsync();
        await page.Locator("#Picture").FillAsync(asset.File);
        await page.SavedAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#publish .forbidding [data-check=alt]")).ToHaveTextAsync("The picture over the article has no description. Write one, or mark it decorative.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).ClickAsync();
        await Expect(page.Locator("#PictureAlt-error")).ToBeVisibleAsync();
        await Expect(page.Locator(".state.live")).ToHaveCountAsync(0);

        await page.Locator("#PictureAlt").FillAsync("A lamp");
        await Expect(page.Locator("#panel-checks .forbidding")).ToHaveCountAsync(0);
        await page.PublishAsync();
        Assert.All(reader.Complaints, complaint => Assert.Contains("422", complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_content_page_takes_pictures_too()
    {
        var asset = await Site.ShelveAsync("house.jpg", 29);
        await using var reader = await room.OpenLibraryAsync(Site, path: "/admin/settings/page");
        var page = reader.Page;
        await page.Text().FillAsync("Who we are.");
        await page.Locator("[data-picks=text]").ClickAsync();
        await page.Locator("#pictures-words").FillAsync("house");
        await page.Chooser().GetByRole(AriaRole.Button, new() { Name = "house.jpg" }).ClickAsync();
        await page.DescribeAsync("Our house");

        await Expect(page.Text()).ToHaveValueAsync($"Who we are.\n\n![Our house](/media/{asset.File})\n\n");
        Assert.Empty(reader.Complaints);
    }

    private async Task<Reader> OpenAsync()
    {
        var reader = await room.OpenAsync(Site);
        await reader.Page.SignInAsync(Site, await Site.HireAsync("Ines Maddern"));
        await reader.Page.OpenEditorAsync(Site);
        return reader;
    }
}
