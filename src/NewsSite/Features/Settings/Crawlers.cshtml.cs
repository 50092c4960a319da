using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Features.Crawlers;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Settings;

[Authorize(Policies.Administrators)]
public sealed class CrawlerSettingsModel(CrawlerDesk desk, SiteDesk site, RobotsTxt robots, CurrentSite current) : PageModel
{
    public CrawlersForm Form { get; private set; } = new();

    /// <summary>What is kept now, when somebody else changed it in the meantime.</summary>
    public CrawlersForm? Kept { get; private set; }

    public IReadOnlyList<PageLink> Pages { get; private set; } = [];

    /// <summary>The robots.txt that the form makes.</summary>
    public string Robots => robots.Write(new CrawlerView(Form.Policy, null, current.View.IsSample));

    public async Task<PageResult> OnGetAsync(CancellationToken ct)
    {
        Form = await desk.ReadAsync(ct);
        Pages = await site.PagesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "")] CrawlersForm form, CancellationToken ct)
    {
        (Form, Pages) = (form, await site.PagesAsync(ct));
        var outcome = ModelState.IsValid ? await desk.ChangeAsync(form, Actor.Of(User.Member()), ct) : null;
        if (outcome?.End is SettingEnd.Done) return LocalRedirect(SiteUrls.Staff.Crawlers + "?saved=true");
        if (outcome?.End is SettingEnd.Stale) Kept = await desk.ReadAsync(ct);
        return this.Again(outcome);
    }

    /// <summary>Shows what the form would make; nothing is kept.</summary>
    public async Task<IActionResult> OnPostPreviewAsync([Bind(Prefix = "")] CrawlersForm form, CancellationToken ct)
    {
        (Form, Pages) = (form, await site.PagesAsync(ct));
        return ModelState.IsValid ? Page() : this.Again();
    }
}
