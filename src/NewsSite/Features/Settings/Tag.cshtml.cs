using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;

namespace NewsSite.Features.Settings;

[Authorize(Policies.Administrators)]
public sealed class TagSettingsModel(TagDesk desk) : PageModel
{
    /// <summary>As it is kept now.</summary>
    public TagSetting Kept { get; private set; } = null!;

    public TagForm Form { get; private set; } = new();

    public bool IsStale { get; private set; }

    public bool OffersTakeOver { get; private set; }

    /// <summary>Addresses that lead here.</summary>
    public IReadOnlyList<string> Former { get; private set; } = [];

    public MergeForm Merge { get; private set; } = new();

    /// <summary>Set when the merge only waits to be confirmed.</summary>
    public MergeTarget? Target { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, [Bind(Prefix = "")] TagForm form, CancellationToken ct)
    {
        Form = form;
        var outcome = ModelState.IsValid ? await desk.ChangeAsync(id, form, Actor.Of(User.Member()), ct) : null;
        if (outcome?.End is SettingEnd.Done) return LocalRedirect(SiteUrls.Staff.Tag(id) + "?saved=true");
        if (!await FindAsync(id, ct)) return NotFound();
        IsStale = outcome?.End is SettingEnd.Stale;
        OffersTakeOver = form.TakesOver || outcome?.IsHeld is true;
        return this.Again(outcome);
    }

    public async Task<IActionResult> OnPostMergeAsync(long id, [Bind(Prefix = "")] MergeForm form, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        Merge = form;
        Fill();
        if (!ModelState.IsValid) return this.Again();
        if (form.Confirmed) return await MergeAsync(id, form, ct);
        if ((Target = await desk.TargetAsync(id, form.Into, ct)) is null) return this.Again(TagDesk.NoTarget);
        return Page();
    }

    private async Task<IActionResult> MergeAsync(long id, MergeForm form, CancellationToken ct)
    {
        var outcome = await desk.MergeAsync(id, form, Actor.Of(User.Member()), ct);
        if (outcome.End is SettingEnd.Done) return LocalRedirect(SiteUrls.Staff.Tag(outcome.Id) + "?saved=true");
        return outcome.End is SettingEnd.Gone ? NotFound() : this.Again(outcome);
    }

    private async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        if (await desk.FindAsync(id, ct) is not { } kept) return false;
        (Kept, Former) = (kept, await desk.FormerAsync(id, ct));
        return true;
    }

    private void Fill() => Form = new TagForm { Name = Kept.Name, Slug = Kept.Slug, Version = Kept.Version };
}
