using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

public sealed class TagModel(TagReader tags) : PageModel
{
    public TagView View { get; private set; } = null!;

    public ListAddress Address { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string? older, string? newer, CancellationToken ct)
    {
        var asked = new PageRequest(older, newer);
        if (await tags.FindAsync(slug, asked, ct) is not { } view) return await ElsewhereAsync(slug, ct);
        View = view;
        Address = new ListAddress(SiteUrls.Tag(view.Slug), asked, view.Page);
        return Page();
    }

    private async Task<IActionResult> ElsewhereAsync(string left, CancellationToken ct) =>
        await tags.MovedToAsync(left, ct) is { } url ? RedirectPermanent(url + Request.QueryString.ToUriComponent()) : NotFound();
}
