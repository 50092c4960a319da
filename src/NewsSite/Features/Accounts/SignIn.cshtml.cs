using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Accounts;

public sealed class SignInModel(SignInDesk desk) : PageModel
{
    public SignInForm Form { get; private set; } = new();

    /// <summary>Where to go afterwards: on this site only.</summary>
    public string ReturnUrl { get; private set; } = SiteUrls.Staff.Desk;

    public void OnGet(string? returnUrl) => ReturnUrl = this.Local(returnUrl);

    public async Task<IActionResult> OnPostAsync(SignInForm form, string? returnUrl)
    {
        (Form, ReturnUrl) = (form, this.Local(returnUrl));
        if (!ModelState.IsValid) return Page();

        var outcome = await desk.ByPasswordAsync(HttpContext, form.Email, form.Password);
        return outcome.Step switch
        {
            SignInStep.Entered => LocalRedirect(ReturnUrl),
            SignInStep.SecondFactor => LocalRedirect(SiteUrls.Staff.TwoFactor + QueryString.Create("returnUrl", ReturnUrl)),
            SignInStep.Later => this.PageLater(outcome.RetryAfter!.Value),
            _ => Refuse(),
        };
    }

    private PageResult Refuse()
    {
        ModelState.AddModelError("form.Password", "E-mail and password do not fit together.");
        return Page();
    }
}

internal static class ReturnAddress
{
    /// <summary>Anything that is not an address of this site becomes the desk.</summary>
    public static string Local(this PageModel page, string? returnUrl) =>
        page.Url.IsLocalUrl(returnUrl) && !returnUrl.Any(char.IsControl) && !returnUrl.Contains('\\', StringComparison.Ordinal) ? returnUrl : SiteUrls.Staff.Desk;
}
