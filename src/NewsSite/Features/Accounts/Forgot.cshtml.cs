using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Accounts;

public sealed class ForgotModel(PostRoom post, GuessLimits limits, CurrentSite site) : PageModel
{
    public EmailForm Form { get; private set; } = new();

    public bool IsAsked { get; private set; }

    public bool CanWrite => post.IsOpen;

    public void OnGet()
    {
    }

    // The same words for everybody: whether there is such an account is nobody else's business.
    public IActionResult OnPost(EmailForm form)
    {
        Form = form;
        if (!ModelState.IsValid) return Page();
        if (limits.Try(HttpContext) is { } wait) return this.Later(wait);
        post.SendReset(form.Email, site.View.Name);
        IsAsked = true;
        return Page();
    }
}
