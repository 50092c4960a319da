using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Articles;

public sealed class ArticleModel(ArticleReader articles) : PageModel
{
    public ArticleView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string section, string slug, CancellationToken ct)
    {
        if (await articles.FindAsync(slug, ct) is not { } view) return NotFound();
        if (section != view.Story.Section.Slug) return RedirectPermanent(view.Story.Url);
        View = view;
        return Page();
    }
}
