using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Accounts;

public sealed class TwoFactorModel(SignInDesk desk, AuthenticatorDesk authenticator) : PageModel
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
        var outcome = await desk.BySecondFactorAsync(HttpContext, id => authenticator.AcceptsCodeAsync(id, form.Code, ct));
        return this.AfterSecondFactor(outcome, ReturnUrl, "That code is wrong, too old or already used. Wait for the next one.");
    }
}

internal static class SecondStep
{
    public static IActionResult AfterSecondFactor(this PageModel page, SignInOutcome outcome, string returnUrl, string complaint)
    {
        if (outcome.Step is SignInStep.Entered) return page.LocalRedirect(returnUrl);
        if (outcome.Step is SignInStep.Gone) return page.LocalRedirect(SiteUrls.Staff.SignIn);
        if (outcome.RetryAfter is { } wait) return page.PageLater(wait);
        page.ModelState.AddModelError("form.Code", complaint);
        return page.Page();
    }
}
