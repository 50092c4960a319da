using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Settings;

[Authorize(Policies.Administrators)]
public sealed class SiteSettingsModel(SiteDesk desk, MediaShelf media) : PageModel
{
    public SiteForm Form { get; private set; } = new();

    /// <summary>What is kept now, when somebody else changed it in the meantime.</summary>
    public SiteForm? Kept { get; private set; }

    public PictureChoice Logo { get; private set; } = null!;

    public IReadOnlyList<PageLink> Pages { get; private set; } = [];

    public async Task<PageResult> OnGetAsync(CancellationToken ct)
    {
        Form = await desk.ReadAsync(ct);
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "")] SiteForm form, CancellationToken ct)
    {
        Form = form;
        var outcome = ModelState.IsValid ? await desk.ChangeAsync(form, Actor.Of(User.Member()), ct) : null;
        if (outcome?.End is SettingEnd.Done) return LocalRedirect(SiteUrls.Staff.Settings + "?saved=true");
        if (outcome?.End is SettingEnd.Stale) Kept = await desk.ReadAsync(ct);
        await ShowAsync(ct);
        return this.Again(outcome);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Pages = await desk.PagesAsync(ct);
        Logo = await media.ChoiceAsync(nameof(SiteForm.Logo), "Logo", Form.Logo, ct);
    }
}
