using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Settings;

/// <summary>A site with two sections, some articles, and an administrator at the settings.</summary>
internal sealed class SettingsRoom : IAsyncDisposable
{
    private SettingsRoom(NewsApp app, StaffBrowser admin) => (App, Admin) = (app, admin);

    public NewsApp App { get; }

    public StaffBrowser Admin { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<SettingsRoom> OpenAsync(params Story[] stories)
    {
        var app = NewsApp.On(new EditionFolder().Add(stories).Write("pages/about.md", "---\ntitle: About us\n---\n\nWe print **news**.\n"));
        await app.HireAsync(StaffRoom.Admin, StaffRole.Administrator, "Ines Maddern");
        return new SettingsRoom(app, await app.BrowserOfAsync(StaffRoom.Admin));
    }

    public Task<long> SectionAsync(string slug) => App.WithDatabaseAsync(db => db.Sections.Where(each => each.Slug == Slug.Of(slug)).Select(each => each.Id).SingleAsync(Ct));

    public Task<long> TagAsync(string slug) => App.WithDatabaseAsync(db => db.Tags.Where(each => each.Slug == Slug.Of(slug)).Select(each => each.Id).SingleAsync(Ct));

    public Task<long> AuthorAsync(string slug) => App.WithDatabaseAsync(db => db.Authors.Where(each => each.Slug == Slug.Of(slug)).Select(each => each.Id).SingleAsync(Ct));

    public Task<long> PageAsync(string slug) => App.WithDatabaseAsync(db => db.ContentPages.Where(each => each.Slug == Slug.Of(slug)).Select(each => each.Id).SingleAsync(Ct));

    /// <summary>Opens a page, changes some fields of its main form and sends everything that a browser would.</summary>
    public async Task<Answer> SaveAsync(string url, params (string Name, string Value)[] changes) => await SaveAsync(await Admin.GetAsync(url), url, null, changes);

    public async Task<Answer> MergeAsync(string url, string into) =>
        await SaveAsync(await Admin.GetAsync(url), url, "Merge", ("Into", into), ("Confirmed", "true"));

    public Task<Answer> SaveAsync(Answer opened, string url, string? handler, params (string Name, string Value)[] changes)
    {
        Assert.True(opened.Status is System.Net.HttpStatusCode.OK or System.Net.HttpStatusCode.Conflict or System.Net.HttpStatusCode.UnprocessableEntity, $"{url} answered {opened.Status}");
        var form = opened.Page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]")
            .First(each => handler is null ? !(each.GetAttribute("action") ?? "").Contains("handler=", StringComparison.Ordinal) : (each.GetAttribute("action") ?? "").Contains("handler=" + handler, StringComparison.Ordinal));
        return Admin.SubmitAsync(opened, url, Fields(form).Concat(changes.Select(each => KeyValuePair.Create(each.Name, each.Value))).GroupBy(each => each.Key).ToDictionary(group => group.Key, group => group.Last().Value), handler);
    }

    /// <returns>Name of a picture that stands in the media library.</returns>
    public Task<string> PictureAsync() => App.Services.ShelveAsync();

    public Task<List<string>> AuditAsync(AuditAction action) => App.WithDatabaseAsync(db =>
        db.AuditLog.Where(entry => entry.Action == action).OrderBy(entry => entry.Id).Select(entry => $"{entry.Name}: {entry.Subject}: {entry.Detail}").ToListAsync(Ct));

    public async Task MovedAsync(string from, string to)
    {
        using var answer = await App.GetAsync(from);
        Assert.Equal((System.Net.HttpStatusCode.MovedPermanently, to), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await App.DisposeAsync();
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form) =>
    [
        .. form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(input => input.Type is not ("checkbox" or "radio") || input.IsChecked).Select(input => KeyValuePair.Create(input.Name!, input.Value)),
        .. form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]").Select(area => KeyValuePair.Create(area.Name!, area.Value)),
        .. form.QuerySelectorAll<IHtmlSelectElement>("select[name]").Select(select => KeyValuePair.Create(select.Name!, select.Value ?? "")),
    ];
}
