using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

public sealed class ResetModel(PasswordDesk desk, GuessLimits limits) : PageModel
{
    public string Email { get; private set; } = "";

    public string Token { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(string? token, CancellationToken ct) => ShowAsync(token, ct);

    public async Task<IActionResult> OnPostAsync(string? token, NewPasswordForm form, CancellationToken ct)
    {
        if (limits.Try(HttpContext) is { } wait) return this.Later(wait);
        if (!ModelState.IsValid) return await ShowAsync(token, ct);
        if (await desk.SetByLinkAsync(LinkPurpose.PasswordReset, token, form.Password, ct) is not { } outcome) return NotFound();
        if (outcome.Complaint is null) return LocalRedirect(SiteUrls.Staff.SignIn);

        ModelState.AddModelError("form.Password", outcome.Complaint);
        return await ShowAsync(token, ct);
    }

    private async Task<IActionResult> ShowAsync(string? token, CancellationToken ct)
    {
        if (await desk.HolderAsync(LinkPurpose.PasswordReset, token, ct) is not { } email) return NotFound();
        (Email, Token) = (email, token!);
        return Page();
    }
}
