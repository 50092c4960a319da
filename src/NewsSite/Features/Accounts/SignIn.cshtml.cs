using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Accounts;

public sealed class SignInModel(SignInDesk desk, PasskeyDesk passkeys, GuessLimits limits) : PageModel
{
    private const int MaxAnswer = 64 * 1024;

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
            _ => Refuse("form.Password", "E-mail and password do not fit together."),
        };
    }

    /// <summary>Answers the page's script.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        limits.Try(HttpContext) is { } wait ? this.Later(wait) : Content(await passkeys.RequestOptionsAsync(HttpContext), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync([Required, StringLength(MaxAnswer)] string credential, string? returnUrl)
    {
        ReturnUrl = this.Local(returnUrl);
        if (!ModelState.IsValid) return BadRequest();
        if (limits.Try(HttpContext) is { } wait) return this.PageLater(wait);
        return await passkeys.ProveAsync(HttpContext, credential) is { } account && (await desk.EnterAsync(HttpContext, account)).Step is SignInStep.Entered
            ? LocalRedirect(ReturnUrl)
            : Refuse("", "This passkey opens no account here.");
    }

    private PageResult Refuse(string field, string complaint)
    {
        ModelState.AddModelError(field, complaint);
        return Page();
    }
}

internal static class ReturnAddress
{
    /// <summary>Anything that is not an address of this site, as a browser writes one, becomes the desk.</summary>
    public static string Local(this PageModel page, string? returnUrl) =>
        page.Url.IsLocalUrl(returnUrl) && returnUrl.All(c => c is > ' ' and <= '~' and not '\\') ? returnUrl : SiteUrls.Staff.Desk;
}
