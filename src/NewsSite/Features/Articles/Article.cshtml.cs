using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Articles;

public sealed class ArticleModel(ArticleReader articles) : PageModel
{
    public ArticleView View { get; private set; } = null!;

    /// <summary>Set instead of <see cref="View"/> when the article was retracted.</summary>
    public RetractionView? Retracted { get; private set; }

    public async Task<IActionResult> OnGetAsync(string section, string slug, CancellationToken ct)
    {
        if (await articles.FindAsync(slug, ct) is not { } view) return await GoneAsync(section, slug, ct);
        if (section != view.Story.Section.Slug) return Moved(view.Story.Url);
        View = view;
        SpeculationRules.Announce(Response);
        return Page();
    }

    private async Task<IActionResult> GoneAsync(string section, string slug, CancellationToken ct)
    {
        if (await articles.FindRetractedAsync(slug, ct) is not { } gone) return await LeftAsync(slug, ct);
        if (section != gone.Section.Slug) return Moved(gone.Url);
        Response.Headers["X-Robots-Tag"] = "noindex";
        Retracted = gone;
        return Page();
    }

    private async Task<IActionResult> LeftAsync(string slug, CancellationToken ct) => await articles.FindLeftAsync(slug, ct) switch
    {
        null => NotFound(),
        { Url: { } url } => Moved(url),
        _ => StatusCode(StatusCodes.Status410Gone),
    };

    // An address can be given back, and a browser that remembered both answers would go in circles.
    private RedirectResult Moved(string url)
    {
        Response.Headers.CacheControl = "no-cache";
        return RedirectPermanent(url);
    }
}
