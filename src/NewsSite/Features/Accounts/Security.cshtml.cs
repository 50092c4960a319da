using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

[Authorize(Policies.Staff)]
public sealed class SecurityModel(StaffDirectory directory, StaffSessions sessions, PasswordDesk passwords, SignInDesk signIn, GuessLimits limits) : PageModel
{
    public StaffView Me { get; private set; } = null!;

    public IReadOnlyList<SessionView> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var id = User.Member().Id;
        Me = (await directory.FindAsync(id, ct))!;
        Sessions = await sessions.ListAsync(id, User.SessionToken()!, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostPasswordAsync(ChangePasswordForm form, CancellationToken ct)
    {
        await OnGetAsync(ct);
        if (!ModelState.IsValid) return Page();
        if (limits.Try(HttpContext, Me.Email) is { } wait) return this.PageLater(wait);
        var outcome = await passwords.ChangeAsync(Me.Id, form.Current, form.Wanted, ct);
        if (outcome is null) ModelState.AddModelError("form.Current", "That is not your password.");
        else if (outcome.Complaint is not null) ModelState.AddModelError("form.Wanted", outcome.Complaint);
        if (!ModelState.IsValid) return Page();

        await signIn.EnterAsync(HttpContext, Me.Id); // every session ended, this one too
        return LocalRedirect(SiteUrls.Staff.Security);
    }

    public async Task<IActionResult> OnPostEndAsync(long session, CancellationToken ct)
    {
        await sessions.EndAsync(Actor.Of(User.Member()), session, ct);
        return LocalRedirect(SiteUrls.Staff.Security);
    }

    public async Task<IActionResult> OnPostEndAllAsync(CancellationToken ct)
    {
        await sessions.EndAllAsync(Actor.Of(User.Member()), ct);
        await signIn.LeaveAsync(HttpContext);
        return LocalRedirect(SiteUrls.Staff.SignIn);
    }
}
