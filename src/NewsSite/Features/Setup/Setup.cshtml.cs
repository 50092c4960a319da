using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Accounts;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Setup;

public sealed class SetupModel(SetupDesk desk, SignInDesk signIn, GuessLimits limits, CurrentSite site) : PageModel
{
    public SetupForm Form { get; private set; } = new();

    public string Token { get; private set; } = "";

    public bool ShowsSample { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? token, CancellationToken ct)
    {
        Form = new SetupForm { SiteName = site.View.IsSample ? "" : site.View.Name, TimeZone = site.View.TimeZone.Id };
        return await ShowAsync(token, ct);
    }

    public async Task<IActionResult> OnPostAsync(string? token, SetupForm form, CancellationToken ct)
    {
        if (limits.Try(HttpContext) is { } wait) return this.Later(wait);
        Form = form;
        if (!TimeZoneChoices.All.Contains(form.TimeZone)) ModelState.AddModelError("form.TimeZone", "Choose a time zone of the list.");
        if (!ModelState.IsValid) return await ShowAsync(token, ct);
        if (await desk.SetUpAsync(token, form, ct) is not { } outcome) return NotFound();
        if (outcome.Complaint is null)
        {
            await signIn.EnterAsync(HttpContext, outcome.AccountId!.Value);
            return LocalRedirect(SiteUrls.Staff.Desk);
        }

        ModelState.AddModelError("form.Password", outcome.Complaint);
        return await ShowAsync(token, ct);
    }

    private async Task<IActionResult> ShowAsync(string? token, CancellationToken ct)
    {
        if (!await desk.IsOpenAsync(token, ct)) return NotFound();
        (Token, ShowsSample) = (token!, await desk.ShowsSampleAsync(ct));
        return Page();
    }
}
