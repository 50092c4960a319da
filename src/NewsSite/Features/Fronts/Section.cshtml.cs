using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

public sealed class SectionModel(SectionReader sections) : PageModel
{
    public SectionView View { get; private set; } = null!;

    public ListAddress Address { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string section, string? older, string? newer, CancellationToken ct)
    {
        var asked = new PageRequest(older, newer);
        if (await sections.FindAsync(section, asked, ct) is not { } view) return await ElsewhereAsync(section, ct);
        View = view;
        Address = new ListAddress(view.Section.Url, asked, view.Page);
        return Page();
    }

    private async Task<IActionResult> ElsewhereAsync(string left, CancellationToken ct) =>
        await sections.MovedToAsync(left, ct) is { } url ? RedirectPermanent(url + Request.QueryString.ToUriComponent()) : NotFound();
}
