using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Pages;

public sealed class ContentPageModel(ContentPageReader pages) : PageModel
{
    public ContentPageView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await pages.FindAsync(slug, ct) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
