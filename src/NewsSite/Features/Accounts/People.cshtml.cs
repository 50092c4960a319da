using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Staff;
using NewsSite.Features.Shared;
using NewsSite.Hosting;

namespace NewsSite.Features.Accounts;

[Authorize(Policies.Administrators)]
public sealed class PeopleModel(StaffDirectory directory, StaffDesk desk, PostRoom post, AbsoluteUrls urls, CurrentSite site) : PageModel
{
    public IReadOnlyList<StaffView> People { get; private set; } = [];

    public IReadOnlyList<SectionChoice> Sections { get; private set; } = [];

    public PersonForm Form { get; private set; } = new();

    /// <summary>Shown once, to be copied, when no letter could take it.</summary>
    public string? Link { get; private set; }

    public string? Note { get; private set; }

    /// <summary>What was typed as a byline and refused, and for whom.</summary>
    public (long Id, string Text)? Typed { get; private set; }

    private Actor Me => Actor.Of(User.Member());

    public async Task<PageResult> OnGetAsync(CancellationToken ct)
    {
        (People, Sections) = (await directory.AllAsync(ct), await directory.SectionsAsync(ct));
        return Page();
    }

    public async Task<IActionResult> OnPostInviteAsync(PersonForm form, CancellationToken ct)
    {
        Form = form;
        if (!ModelState.IsValid) return await OnGetAsync(ct);
        var outcome = await desk.InviteAsync(form.Email, form.Name, form.Work.Role, form.Work.Sections ?? [], Me, ct);
        if (outcome.Complaint is not null) ModelState.AddModelError("form.Email", outcome.Complaint);
        else HandOver(form.Email, outcome.Link!);
        return await OnGetAsync(ct);
    }

    public async Task<IActionResult> OnPostLinkAsync(long id, CancellationToken ct)
    {
        if (await directory.FindAsync(id, ct) is not { } person || await desk.LinkAsync(id, Me, ct) is not { } path) return NotFound();
        (Link, Note) = (urls.Of(path), $"Hand this link to {person.Name}; it works once.");
        return await OnGetAsync(ct);
    }

    public async Task<IActionResult> OnPostAssignAsync(long id, AssignmentForm form, CancellationToken ct) =>
        ModelState.IsValid ? await AfterAsync(await desk.AssignAsync(id, form.Role, form.Sections ?? [], Me, ct), ct) : BadRequest();

    public async Task<IActionResult> OnPostBylineAsync(long id, [StringLength(Author.MaxNameLength, ErrorMessage = "Use at most {1} characters.")] string? byline, CancellationToken ct)
    {
        var outcome = ModelState.IsValid ? await desk.WriteAsAsync(id, byline, Me, ct) : null;
        if (outcome is { Complaint: null }) return LocalRedirect(SiteUrls.Staff.People);
        if (outcome is not null) ModelState.AddModelError("byline", outcome.Complaint);
        Typed = (id, byline ?? "");
        return await OnGetAsync(ct);
    }

    public async Task<IActionResult> OnPostDisableAsync(long id, CancellationToken ct) => await AfterAsync(await desk.DisableAsync(id, Me, ct), ct);

    public async Task<IActionResult> OnPostEnableAsync(long id, CancellationToken ct) => await AfterAsync(await desk.EnableAsync(id, Me, ct), ct);

    private async Task<IActionResult> AfterAsync(StaffOutcome outcome, CancellationToken ct)
    {
        if (outcome.Complaint is null) return LocalRedirect(SiteUrls.Staff.People);
        ModelState.AddModelError("", outcome.Complaint);
        return await OnGetAsync(ct);
    }

    private void HandOver(string email, string path)
    {
        if (post.IsOpen) post.SendInvitation(email, site.View.Name, path);
        else Link = urls.Of(path);
        Note = post.IsOpen ? $"A letter to {email} is on its way." : $"Hand this link to {email}; it works once, for seven days.";
        Form = new PersonForm();
        ModelState.Clear();
    }
}
