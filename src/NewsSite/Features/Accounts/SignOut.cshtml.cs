using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Accounts;

[Authorize(Policies.Staff)]
public sealed class SignOutModel(SignInDesk desk) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await desk.LeaveAsync(HttpContext);
        return LocalRedirect(SiteUrls.Staff.SignIn);
    }
}
