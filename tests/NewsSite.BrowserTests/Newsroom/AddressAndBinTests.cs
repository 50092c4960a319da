using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>What an editor does with a link, a draft and a preview, with the look of each.</summary>
public sealed class AddressAndBinTests(ReadingRoom room) : IAsyncLifetime
{
    private ModelEdition? edition;

    private RunningSite Site => edition!.Site;

    public async ValueTask InitializeAsync() => edition = await ModelEdition.StartAsync();

    public ValueTask DisposeAsync() => edition?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task A_published_article_gets_another_address_and_its_old_one_is_taken_over_knowingly()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await page.OpenEditorAsync(Site, "/admin/articles/1");
        await page.Locator("#Slug").FillAsync("winter-crews");
        await page.Locator("[data-opens=publish]").ClickAsync();
        await page.Locator("#publish button.first").ClickAsync();
        await Expect(page.GetByText("Old addresses that lead here: model")).ToBeVisibleAsync();
        await page.Locator("#Slug").ScrollIntoViewIfNeededAsync();
        await StaffTests.LookAsync(reader, "editor-renamed");
        await page.GotoAsync(new Uri(Site.Address, ModelEdition.Path).ToString());
        Assert.Equal("/world/winter-crews", reader.Path);

        await page.OpenEditorAsync(Site, "/admin/articles/3");
        await page.Locator("#Slug").FillAsync("model");
        await page.Locator("[data-opens=publish]").ClickAsync();
        await page.Locator("#publish button.first").ClickAsync();
        await Expect(page.Locator("#TakesOver-error")).ToContainTextAsync(ModelEdition.Headline);
        await StaffTests.LookAsync(reader, "editor-held");
        await page.Locator("#TakesOver").CheckAsync();
        await page.Locator("[data-opens=publish]").ClickAsync();
        await page.Locator("#publish button.first").ClickAsync();
        await Expect(page.GetByText("Old addresses that lead here: older")).ToBeVisibleAsync();

        await page.GotoAsync(new Uri(Site.Address, ModelEdition.Path).ToString());
        await Expect(page.Locator("h1")).ToHaveTextAsync(ModelEdition.Older);
    }

    [Fact]
    public async Task A_draft_goes_into_the_bin_and_out_and_in_and_away()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await WriteAsync(page);
        await StepAsync(page, "Bin");
        await Expect(page.Locator(".state.gone")).ToHaveTextAsync("In the bin");
        await page.RaisesAsync("Ines Maddern put this draft in the bin");
        await StaffTests.LookAsync(reader, "editor-binned");
        await page.GotoAsync(new Uri(Site.Address, "/admin?pile=Bin").ToString());
        await StaffTests.LookAsync(reader, "desk-bin");
        await page.GetByRole(AriaRole.Link, new() { Name = "A siren for the mole" }).ClickAsync();
        await StepAsync(page, "Restore");
        await Expect(page.Locator(".state.draft")).ToHaveTextAsync("Draft");
        await Expect(page.Text()).ToHaveValueAsync("It is loud.");
        await StepAsync(page, "Bin");

        await page.GetByText("Other steps").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete for good…" }).ClickAsync();
        await StaffTests.LookAsync(reader, "editor-delete");
        await page.Locator("#step-Delete button.first").ClickAsync();

        await Expect(page.GetByText("The bin is empty.")).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Without_script_deleting_for_good_asks_on_the_page()
    {
        string address;
        await using (var writer = await OpenAsync())
        {
            address = await WriteAsync(writer.Page);
            await StepAsync(writer.Page, "Bin");
        }

        await using var reader = await OpenAsync(new() { Script = false }, "Eva Editor");
        var page = reader.Page;
        await page.GotoAsync(new Uri(Site.Address, address).ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete for good" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("nobody can bring them back");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it for good" }).ClickAsync();

        await Expect(page.GetByText("The bin is empty.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_preview_is_shared_by_a_link_read_without_an_account_and_revoked()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await WriteAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Share a preview…" }).ClickAsync();
        await StaffTests.LookAsync(reader, "previews-none");
        await page.GetByLabel("For whom").FillAsync("The lawyer of the harbour board, for the part on the siren");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await StaffTests.LookAsync(reader, "previews-made");
        var link = await page.Locator("#made").InputValueAsync();

        await using var lawyer = await room.OpenAsync(Site);
        await lawyer.GoAsync(new Uri(link).AbsolutePath);
        await Expect(lawyer.Page.Locator("h1")).ToHaveTextAsync("A siren for the mole");
        await StaffTests.LookAsync(lawyer, "preview");
        Assert.Empty(await lawyer.Page.Context.CookiesAsync());
        Assert.Empty(lawyer.Complaints);

        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke the link" }).ClickAsync();
        await Expect(page.GetByText("There are none.")).ToBeVisibleAsync();
        Assert.Equal(404, (await lawyer.GoAsync(new Uri(link).AbsolutePath)).Status);
        Assert.Empty(reader.Complaints);
    }

    private async Task<Reader> OpenAsync(ReaderSetup? setup = null, string name = "Ines Maddern")
    {
        var reader = await room.OpenAsync(Site, setup);
        await reader.Page.SignInAsync(Site, await Site.HireAsync(name));
        return reader;
    }

    private async Task<string> WriteAsync(IPage page)
    {
        await page.OpenEditorAsync(Site);
        await page.Headline().FillAsync("A siren for the mole");
        await page.Text().FillAsync("It is loud.");
        var address = await page.SavedAsync();
        await page.OpenEditorAsync(Site, address);
        return address;
    }

    private static async Task StepAsync(IPage page, string step)
    {
        await Expect(page.Locator("main[data-ready]")).ToBeAttachedAsync();
        await page.GetByText("Other steps").ClickAsync();
        await page.Locator($"[data-opens=step-{step}]").ClickAsync();
        await page.Locator($"#step-{step} button.first").ClickAsync();
    }
}
