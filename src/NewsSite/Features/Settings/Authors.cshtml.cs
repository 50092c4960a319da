using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;

namespace NewsSite.Features.Settings;

[Authorize(Policies.Administrators)]
public sealed class AuthorListModel(AuthorDesk desk) : PageModel
{
    public NamePage Authors { get; private set; } = null!;

    public string? Search { get; private set; }

    public NewAuthorForm Form { get; private set; } = new();

    public bool OffersTakeOver { get; private set; }

    public async Task<IActionResult> OnGetAsync([StringLength(NamePage.MaxSearchLength)] string? q, long? after, CancellationToken ct)
    {
        if (!ModelState.IsValid) return BadRequest();
        (Search, Authors) = (q, await desk.PageAsync(q, after, ct));
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync([Bind(Prefix = "")] NewAuthorForm form, CancellationToken ct)
    {
        Form = form;
        var outcome = ModelState.IsValid ? await desk.AddAsync(form, Actor.Of(User.Member()), ct) : null;
        if (outcome?.End is SettingEnd.Done) return LocalRedirect(SiteUrls.Staff.Author(outcome.Id));
        OffersTakeOver = form.TakesOver || outcome?.IsHeld is true;
        Authors = await desk.PageAsync(null, null, ct);
        return this.Again(outcome);
    }
}
