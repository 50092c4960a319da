using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Site;
using NewsSite.Domain.Staff;

namespace NewsSite.Tests.Kills;

/// <summary>A page of the settings, written anew each time.</summary>
internal sealed class PageSubject(KilledSite site, Pen pen, int writer) : Subject<string>("")
{
    private const string Address = "about-the-kills";

    private int saves;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected override async Task<Operation<string>> NextAsync()
    {
        await using var db = site.Open();
        var (page, mark) = (await FindAsync(db), string.Create(CultureInfo.InvariantCulture, $"w{writer}x{++saves}"));
        return new Operation<string>($"save the page {mark}", State(mark, LinesIn(Known) + 1), async () =>
        {
            var url = page is null ? SiteUrls.Staff.NewPage : SiteUrls.Staff.Page(page.Id);
            var (status, _) = await pen.PostAsync(url, [("Title", mark), ("Slug", Address), ("Body", Marked.Text(mark, 20)), ("Version", $"{page?.Version ?? 0}")]);
            return status is HttpStatusCode.Found ? null : $"{status}\n{site.LastWords}";
        });
    }

    protected override async Task<string> ReadAsync(NewsDbContext db)
    {
        var lines = await db.AuditLog.CountAsync(entry => entry.Action == AuditAction.PageChanged, Ct);
        return await FindAsync(db) is { } page ? State(Marked.MarkOf(page.Title, page.Markdown, page.Html), lines) : "";
    }

    private static string State(string mark, int lines) => string.Create(CultureInfo.InvariantCulture, $"{mark}, {lines} lines in the log");

    private static int LinesIn(string state) => state.Length == 0 ? 0 : int.Parse(state.Split(' ')[1], CultureInfo.InvariantCulture);

    private static Task<ContentPage?> FindAsync(NewsDbContext db) =>
        db.ContentPages.AsNoTracking().SingleOrDefaultAsync(page => page.Slug == global::NewsSite.Domain.Slug.Of(Address), Ct);
}
