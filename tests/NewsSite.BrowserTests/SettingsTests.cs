using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Newsroom;
using NewsSite.BrowserTests.Setting;
using NewsSite.Data;
using NewsSite.Domain;

namespace NewsSite.BrowserTests;

/// <summary>An administrator goes through the settings of the sample edition.</summary>
public sealed class SettingsTests(ReadingRoom room) : IAsyncLifetime
{
    private readonly RunningSite site = new(SampleEdition.Folder);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Axe_and_the_content_policy_find_nothing_in_the_settings()
    {
        await using var reader = await OpenAsync();
        var author = await IdAsync(db => db.Authors.Where(known => known.Slug == Slug.Of("ines-maddern")).Select(known => known.Id));
        var tag = await IdAsync(db => db.Tags.OrderBy(known => known.Id).Select(known => known.Id));
        var page = await IdAsync(db => db.ContentPages.OrderBy(known => known.Id).Select(known => known.Id));
        (string Path, string Name)[] pages =
        [
            ("/admin/settings", "settings-site"), ("/admin/settings/crawlers", "settings-crawlers"), ("/admin/settings/sections", "settings-sections"), ("/admin/settings/sections/1", "settings-section"),
            ("/admin/settings/tags", "settings-tags"), ($"/admin/settings/tags/{tag}", "settings-tag"), ("/admin/settings/authors", "settings-authors"),
            ($"/admin/settings/authors/{author}", "settings-author"), ("/admin/settings/pages", "settings-pages"), ("/admin/settings/page", "settings-page-new"), ($"/admin/settings/page/{page}", "settings-page"),
        ];

        foreach (var (path, name) in pages)
        {
            await reader.GoAsync(Root + path);
            await StaffTests.LookAsync(reader, name);
        }

        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Axe_finds_nothing_in_what_the_settings_ask_refuse_and_preview()
    {
        await using var reader = await OpenAsync();
        await reader.GoAsync(Root + "/admin/settings/sections/1");
        await reader.Page.GetByLabel("Address").FillAsync("Admin!");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await StaffTests.LookAsync(reader, "settings-section-refused");
        await reader.Page.GetByLabel("Into", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Merge…" }).ClickAsync();
        await StaffTests.LookAsync(reader, "settings-section-merge");

        await reader.GoAsync(Root + "/admin/settings");
        await reader.Page.Locator(".pictures summary").ClickAsync();
        await StaffTests.LookAsync(reader, "settings-site-shelf");

        await reader.GoAsync(Root + "/admin/settings/page/1");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await StaffTests.LookAsync(reader, "settings-page-preview");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await StaffTests.LookAsync(reader, "settings-page-delete");
        // A refused form is answered with 422, which the console counts as an error.
        Assert.DoesNotContain(reader.Complaints, complaint => !complaint.Contains("422", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_portrait_text_and_links_stand_on_the_author_s_page_for_readers_of_every_width()
    {
        await using var reader = await OpenAsync();
        var author = await IdAsync(db => db.Authors.Where(known => known.Slug == Slug.Of("ines-maddern")).Select(known => known.Id));
        await reader.GoAsync(Root + $"/admin/settings/authors/{author}");
        await reader.Page.GetByLabel("About").FillAsync("Covers the harbour and everything that floats in it.\n\nBefore that, eleven years on the pilot boats.");
        await reader.Page.GetByLabel("Name").Nth(1).FillAsync("Mastodon");
        await reader.Page.GetByLabel("Web address").First.FillAsync("https://social.example/@ines");
        await reader.Page.Locator(".pictures summary").ClickAsync();
        await reader.Page.Locator(".shelf input").Nth(1).CheckAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(reader.Page.GetByText("Saved.")).ToBeVisibleAsync();

        await reader.GoAsync(Root + "/author/ines-maddern");
        await StaffTests.LookAsync(reader, "author");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Mastodon" })).ToHaveAttributeAsync("rel", "me noopener");
    }

    private string Root => site.Address.ToString().TrimEnd('/').Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    private async Task<Reader> OpenAsync()
    {
        var reader = await room.OpenAsync(site);
        await reader.GoAsync(Root + await site.SetupLinkAsync());
        await reader.Page.FillSetupAsync();
        return reader;
    }

    private async Task<long> IdAsync(Func<NewsDbContext, IQueryable<long>> which)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await which(scope.ServiceProvider.GetRequiredService<NewsDbContext>()).FirstAsync(Ct);
    }
}
