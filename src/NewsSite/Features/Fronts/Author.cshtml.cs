using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

public sealed class AuthorModel(AuthorReader authors) : PageModel
{
    public AuthorView View { get; private set; } = null!;

    public ListAddress Address { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string? older, string? newer, CancellationToken ct)
    {
        var asked = new PageRequest(older, newer);
        if (await authors.FindAsync(slug, asked, ct) is not { } view) return await ElsewhereAsync(slug, ct);
        View = view;
        Address = new ListAddress(SiteUrls.Author(view.Slug), asked, view.Page);
        return Page();
    }

    private async Task<IActionResult> ElsewhereAsync(string left, CancellationToken ct) =>
        await authors.MovedToAsync(left, ct) is { } url ? RedirectPermanent(url + Request.QueryString.ToUriComponent()) : NotFound();
}
