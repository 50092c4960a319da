using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Site;
using NewsSite.Features.Media;

namespace NewsSite.Features.Shared;

/// <summary>Keeps what every page shows of the site, until it is told that it changed.</summary>
public sealed class SiteDirectory(IServiceScopeFactory scopes)
{
    private static readonly string[] Hues = ["teal", "red", "ochre", "green", "plum", "blue", "slate"];

    private volatile SiteView? known;
    private int changes;

    public async Task<SiteView> GetAsync(CancellationToken ct)
    {
        if (known is { } view) return view;

        var before = Volatile.Read(ref changes);
        view = await LoadAsync(ct);
        if (before == Volatile.Read(ref changes)) known = view; // else it may have been read before the change
        return view;
    }

    /// <summary>Call after the profile, the sections or the content pages changed.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref changes);
        known = null;
    }

    private async Task<SiteView> LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var news = scope.ServiceProvider.GetRequiredService<PublishedNews>();
        var profile = await news.Site.SingleOrDefaultAsync(ct) ?? new SiteProfile("NewsSite", "en", "Etc/UTC");
        var sections = await news.Sections.OrderBy(section => section.Position).ToListAsync(ct);
        var pages = await news.ContentPages.OrderBy(page => page.Title).Select(page => new PageLink(page.Slug.Value, page.Title)).ToListAsync(ct);
        var principles = pages.Find(page => page.Slug == profile.PrinciplesPage?.Value);
        return new SiteView(
            profile.Name,
            profile.Tagline,
            profile.Language,
            TimeZoneInfo.FindSystemTimeZoneById(profile.TimeZone),
            profile.IsSample,
            [.. sections.Select((section, place) => new SectionLink(section.Slug.Value, section.Name, Hues[place % Hues.Length]))],
            [.. pages.OrderBy(page => page != principles)])
        {
            Description = profile.Description,
            Logo = await LogoAsync(profile, scope.ServiceProvider.GetRequiredService<PictureShelf>(), ct),
            Principles = principles,
            Crawlers = profile.Crawlers,
            CrawlerPage = pages.Find(page => page.Slug == profile.MiningPage?.Value),
        };
    }

    private static async Task<PictureView?> LogoAsync(SiteProfile profile, PictureShelf shelf, CancellationToken ct) =>
        profile.Logo is { } file && await shelf.FindAsync(file, ct) is { } logo ? PictureView.Of(logo) with { Alt = profile.Name } : null;
}
