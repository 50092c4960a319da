using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Articles;

public sealed class ArticleModel(ArticleReader articles) : PageModel
{
    public ArticleView View { get; private set; } = null!;

    /// <summary>Set instead of <see cref="View"/> when the article was retracted.</summary>
    public GoneView? Retracted { get; private set; }

    public async Task<IActionResult> OnGetAsync(string section, string slug, CancellationToken ct)
    {
        if (await articles.FindAsync(slug, ct) is not { } view) return await GoneAsync(section, slug, ct);
        if (section != view.Story.Section.Slug) return RedirectPermanent(view.Story.Url);
        View = view;
        return Page();
    }

    private async Task<IActionResult> GoneAsync(string section, string slug, CancellationToken ct)
    {
        if (await articles.FindGoneAsync(slug, ct) is not { } gone) return NotFound();
        if (gone.Notice is null) return StatusCode(StatusCodes.Status410Gone);
        if (section != gone.Section.Slug) return RedirectPermanent(gone.Url);
        Response.Headers["X-Robots-Tag"] = "noindex";
        Retracted = gone;
        return Page();
    }
}
