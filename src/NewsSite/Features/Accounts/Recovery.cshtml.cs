using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Accounts;

public sealed class RecoveryModel(SignInDesk desk, AuthenticatorDesk authenticator) : PageModel
{
    public string ReturnUrl { get; private set; } = SiteUrls.Staff.Desk;

    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        ReturnUrl = this.Local(returnUrl);
        return await desk.IsPendingAsync(HttpContext) ? Page() : LocalRedirect(SiteUrls.Staff.SignIn);
    }

    public async Task<IActionResult> OnPostAsync(CodeForm form, string? returnUrl, CancellationToken ct)
    {
        ReturnUrl = this.Local(returnUrl);
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.BySecondFactorAsync(HttpContext, id => authenticator.AcceptsRecoveryAsync(id, form.Code, ct));
        return this.AfterSecondFactor(outcome, ReturnUrl, "That code is wrong or already used.");
    }
}
