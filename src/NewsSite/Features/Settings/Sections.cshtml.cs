using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;

namespace NewsSite.Features.Settings;

[Authorize(Policies.Administrators)]
public sealed class SectionListModel(SectionDesk desk) : PageModel
{
    public IReadOnlyList<SectionSetting> Sections { get; private set; } = [];

    public SectionForm Form { get; private set; } = new() { OffersSummaries = true };

    public bool OffersTakeOver { get; private set; }

    public async Task<PageResult> OnGetAsync(CancellationToken ct)
    {
        Sections = await desk.AllAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync([Bind(Prefix = "")] SectionForm form, CancellationToken ct)
    {
        Form = form;
        var outcome = ModelState.IsValid ? await desk.AddAsync(form, Actor.Of(User.Member()), ct) : null;
        if (outcome?.End is SettingEnd.Done) return LocalRedirect(SiteUrls.Staff.Sections);
        OffersTakeOver = form.TakesOver || outcome?.IsHeld is true;
        await OnGetAsync(ct);
        return this.Again(outcome);
    }

    public Task<IActionResult> OnPostUpAsync(long id, CancellationToken ct) => MoveAsync(id, up: true, ct);

    public Task<IActionResult> OnPostDownAsync(long id, CancellationToken ct) => MoveAsync(id, up: false, ct);

    private async Task<IActionResult> MoveAsync(long id, bool up, CancellationToken ct) =>
        (await desk.MoveAsync(id, up, Actor.Of(User.Member()), ct)).End is SettingEnd.Done ? LocalRedirect(SiteUrls.Staff.Sections) : NotFound();
}
