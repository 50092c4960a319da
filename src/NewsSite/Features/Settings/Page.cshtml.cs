using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;

namespace NewsSite.Features.Settings;

/// <summary>Writes one content page; without an id, a new one.</summary>
[Authorize(Policies.Administrators)]
public sealed class PageSettingsModel(PageDesk desk) : PageModel
{
    /// <summary>As it is kept now; null for a new page.</summary>
    public PageSetting? Kept { get; private set; }

    public PageForm Form { get; private set; } = new();

    public bool IsStale { get; private set; }

    /// <summary>Safe HTML of the text as typed, when it was asked for.</summary>
    public string? Preview { get; private set; }

    /// <summary>The deletion only waits to be confirmed.</summary>
    public bool AsksToDelete { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long? id, [Bind(Prefix = "")] PageForm form, CancellationToken ct)
    {
        Form = form;
        var outcome = ModelState.IsValid ? await desk.SaveAsync(id, form, Actor.Of(User.Member()), ct) : null;
        if (outcome?.End is SettingEnd.Done) return LocalRedirect(SiteUrls.Staff.Page(outcome.Id) + "?saved=true");
        if (!await FindAsync(id, ct)) return NotFound();
        IsStale = outcome?.End is SettingEnd.Stale;
        return this.Again(outcome);
    }

    public async Task<IActionResult> OnPostPreviewAsync(long? id, [Bind(Prefix = "")] PageForm form, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        Form = form;
        if (!ModelState.IsValid) return this.Again();
        var rendered = await desk.RenderAsync(form.Body, ct);
        if (rendered.Body is not { } body) return this.Again(SettingOutcome.Refused(nameof(form.Body), PageDesk.Complaint(rendered.Refusal!)));
        Preview = body.Html;
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(long? id, [Bind(Prefix = "")] DeleteForm form, CancellationToken ct)
    {
        if (id is not { } page || !await FindAsync(id, ct)) return NotFound();
        Fill();
        AsksToDelete = true;
        if (!form.Confirmed) return Page();

        var outcome = await desk.DeleteAsync(page, form, Actor.Of(User.Member()), ct);
        if (outcome.End is SettingEnd.Done) return LocalRedirect(SiteUrls.Staff.Pages);
        return outcome.End is SettingEnd.Gone ? NotFound() : this.Again(outcome);
    }

    private async Task<bool> FindAsync(long? id, CancellationToken ct) =>
        id is not { } known || (Kept = await desk.FindAsync(known, ct)) is not null;

    private void Fill()
    {
        if (Kept is { } kept) Form = new PageForm { Title = kept.Title, Slug = kept.Slug, Body = kept.Markdown, Version = kept.Version };
    }
}
