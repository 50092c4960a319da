using System.Net;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Site;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Settings;

public sealed class SettingsFormTests
{
    private static readonly string[] Prefixes = ["", "form.", "Form.", "Kept.", "section.", "site.", "author.", "page.", "tag."];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Posting_every_property_of_everything_stored_to_every_form_changes_only_what_the_form_asks_for()
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "quay", More = "tags: [Quay]" });
        (string Url, Type Entity, string[] Asked)[] forms =
        [
            ("/admin/settings", typeof(SiteProfile), ["Name", "Tagline", "Description", "Logo", "TimeZone", "Principles", "Version"]),
            ("/admin/settings/crawlers", typeof(SiteProfile), ["Search", "Answers", "Training", "Terms", "Version"]),
            ($"/admin/settings/sections/{await room.SectionAsync("harbour")}", typeof(Section), ["Name", "Slug", "AuthorsPublish", "OffersSummaries", "TakesOver", "Version"]),
            ($"/admin/settings/tags/{await room.TagAsync("quay")}", typeof(Tag), ["Name", "Slug", "TakesOver", "Version"]),
            ($"/admin/settings/authors/{await room.AuthorAsync("ines-maddern")}", typeof(Author), ["Name", "Slug", "About", "Portrait", "Links", "TakesOver", "Version"]),
            ($"/admin/settings/page/{await room.PageAsync("about")}", typeof(ContentPage), ["Title", "Slug", "Body", "TakesOver", "Version"]),
        ];
        var stored = forms.Select(form => form.Entity).Append(typeof(NewsSite.Data.Accounts.StaffAccount)).Append(typeof(NewsSite.Domain.Articles.Article));
        var before = await room.App.TableHashesAsync();
        var announced = await room.App.WithDatabaseAsync(db => db.PublicationEvents.CountAsync(Ct));

        foreach (var form in forms)
        {
            var extra = stored.SelectMany(entity => entity.GetProperties(BindingFlags.Public | BindingFlags.Instance)).Select(property => property.Name).Distinct()
                .SelectMany(name => Prefixes.Select(prefix => prefix + name))
                .Where(name => !form.Asked.Contains(name, StringComparer.OrdinalIgnoreCase))
                .Select(name => (name, name.Contains("Is", StringComparison.Ordinal) ? "true" : "1"));
            foreach (var some in extra.Chunk(400)) // a form of over 500 fields is refused
            {
                var answer = await room.SaveAsync(form.Url, some);
                Assert.True(answer.Status is HttpStatusCode.Found, $"{form.Url}: {answer.Status} {answer.Errors}");
            }
        }

        var after = await room.App.TableHashesAsync();
        // The site is named here from its first save on, which the form means to do, and which is announced.
        Assert.Equal(announced + 1, await room.App.WithDatabaseAsync(db => db.PublicationEvents.CountAsync(Ct)));
        foreach (var table in before.Keys.Except(["SiteProfile", "PublicationEvents", "sqlite_sequence"])) Assert.True(before[table] == after[table], table);
        var site = await room.App.WithDatabaseAsync(db => db.SiteProfiles.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((false, false, "en-GB", "The Test Courier"), (site.IsSample, site.IsSampleRemoved, site.Language, site.Name));
    }

    [Fact]
    public async Task The_audit_log_is_only_added_to()
    {
        await using var room = await SettingsRoom.OpenAsync();
        var entries = await room.App.WithDatabaseAsync(db => db.AuditLog.CountAsync(Ct));
        Assert.NotEqual(0, entries);

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => room.App.WithDatabaseAsync(db => db.AuditLog.ExecuteDeleteAsync(Ct)));
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => room.App.WithDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE AuditLog SET Name = 'Somebody else'", Ct)));

        Assert.Equal(entries, await room.App.WithDatabaseAsync(db => db.AuditLog.CountAsync(entry => entry.Name != "Somebody else", Ct)));
    }
}
