using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Media;

/// <summary>Readers get a picture while something that they can see shows it.</summary>
public sealed class PictureDoorTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(Story.Dated("out", NewsApp.Noon.AddHours(-1)) with { Authors = "Ines Maddern" });
    private int made;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task It_comes_with_its_article_and_goes_with_it()
    {
        var (over, inside) = (await StoreAsync(), await StoreAsync());
        var eva = await app.MemberAsync("Eva", StaffRole.Administrator);
        var form = NewsDesk.Sheet();
        (form.Picture, form.PictureAlt, form.Body) = (over, "A quay", $"{Story.DefaultBody}\n\n![A crane](/media/{inside})");
        var id = (await app.TypeAsync(eva, form)).Id!.Value;
        Assert.Equal((HttpStatusCode.NotFound, "no-store"), await AskAsync(over));

        form.PublishAt = "2026-11-22T15:00";
        Assert.True((await app.StepAsync(eva, WorkflowStep.Publish, id, form)).IsDone);
        foreach (var file in (string[])[over, inside]) Assert.Equal((HttpStatusCode.NotFound, "no-store"), await AskAsync(file));

        app.Clock.SetUtcNow(NewsApp.Noon.AddHours(2));
        foreach (var file in (string[])[over, inside]) Assert.Equal((HttpStatusCode.OK, "public, max-age=31536000, immutable"), await AskAsync(file));

        Assert.True((await app.StepAsync(eva, WorkflowStep.Unpublish, id)).IsDone);
        foreach (var file in (string[])[over, inside]) Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(file)).Status);
    }

    [Fact]
    public async Task Staff_have_every_picture_and_no_cache_keeps_it()
    {
        var file = await StoreAsync();
        await app.HireAsync("ann@courier.example", StaffRole.Contributor);
        using var ann = await app.BrowserOfAsync("ann@courier.example");

        var answer = await ann.GetAsync($"/media/{file}");

        Assert.Equal((HttpStatusCode.OK, "no-store"), (answer.Status, answer.Headers.CacheControl!.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(file)).Status);
    }

    [Fact]
    public async Task A_portrait_a_logo_and_a_picture_of_a_page_are_out_and_one_that_nothing_shows_is_not()
    {
        var (portrait, logo, inPage, nobodys) = (await StoreAsync(), await StoreAsync(), await StoreAsync(), await StoreAsync());
        app.Edition.Write("pages/about.md", $"---\ntitle: About\n---\n\nText [picture](/media/{inPage}).\n");
        await app.LoadAgainAsync();
        await app.WithDatabaseAsync(async db =>
        {
            await db.Authors.ExecuteUpdateAsync(set => set.SetProperty(author => author.Portrait, portrait), Ct);
            return await db.SiteProfiles.ExecuteUpdateAsync(set => set.SetProperty(site => site.Logo, logo), Ct);
        });

        foreach (var file in (string[])[portrait, logo, inPage]) Assert.Equal(HttpStatusCode.OK, (await AskAsync(file)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(nobodys)).Status);
    }

    [Fact]
    public async Task The_pictures_of_an_older_database_are_known_after_the_upgrade()
    {
        string[] files = [$"{new string('a', 32)}.webp", $"{new string('b', 32)}.png", $"{new string('c', 32)}.jpg"];
        await app.WithDatabaseAsync(async db =>
        {
            await db.GetService<IMigrator>().MigrateAsync("Newsroom", Ct);
            await db.Database.ExecuteSqlAsync($"UPDATE ArticleBodies SET Html = {$"<p><img src=\"/media/{files[1]}\"> and <a href=\"/media/{files[0]}\">one</a>, <img src=\"/media/{files[1]}\"> /media/ not-a-picture</p>"}", Ct);
            await db.Database.ExecuteSqlAsync($"UPDATE Articles SET Picture_File = {files[2]}, Picture_Alt = '', Picture_Width = 1, Picture_Height = 1", Ct);
            await db.GetService<IMigrator>().MigrateAsync(null, Ct);
            return 0;
        });

        Assert.Equal(files.Order(StringComparer.Ordinal), (await app.WithDatabaseAsync(db => db.Set<PictureUse>().Select(use => use.File).ToListAsync(Ct))).Order(StringComparer.Ordinal));
    }

    private async Task<(HttpStatusCode Status, string Cache)> AskAsync(string file)
    {
        using var response = await app.GetAsync($"/media/{file}");
        return (response.StatusCode, response.Headers.CacheControl?.ToString() ?? "");
    }

    private Task<string> StoreAsync() => app.Services.ShelveAsync(made++);
}
