using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Site;

namespace NewsSite.Features.Shared;

/// <summary>Keeps what every page shows of the site, until it is told that it changed.</summary>
public sealed class SiteDirectory(IServiceScopeFactory scopes)
{
    private static readonly string[] Hues = ["teal", "red", "ochre", "green", "plum", "blue", "slate"];

    private volatile SiteView? known;

    public async Task<SiteView> GetAsync(CancellationToken ct) => known ?? (known = await LoadAsync(ct));

    /// <summary>Call after the profile, the sections or the house pages changed.</summary>
    public void Forget() => known = null;

    private async Task<SiteView> LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var news = scope.ServiceProvider.GetRequiredService<PublishedNews>();
        var profile = await news.Site.SingleOrDefaultAsync(ct) ?? new SiteProfile("NewsSite", "en", "Etc/UTC");
        var sections = await news.Sections.OrderBy(section => section.Position).ToListAsync(ct);
        var pages = await news.ContentPages.OrderBy(page => page.Title).Select(page => new PageLink(page.Slug.Value, page.Title)).ToListAsync(ct);
        return new SiteView(
            profile.Name,
            profile.Tagline,
            profile.Language,
            TimeZoneInfo.FindSystemTimeZoneById(profile.TimeZone),
            profile.IsSample,
            [.. sections.Select((section, place) => new SectionLink(section.Slug.Value, section.Name, Hues[place % Hues.Length]))],
            pages);
    }
}
