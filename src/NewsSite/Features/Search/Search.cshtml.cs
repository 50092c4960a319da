using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Search;

public sealed class SearchModel(SearchReader search) : PageModel
{
    public const int MaxLength = 200;

    public SearchView View { get; private set; } = null!;

    public bool IsTooLong { get; private set; }

    /// <summary>Null when nothing was asked.</summary>
    public ListAddress? Address { get; private set; }

    public async Task<IActionResult> OnGetAsync([StringLength(MaxLength)] string? q, string? older, string? newer, CancellationToken ct)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (!ModelState.IsValid) return TooLong(q!);
        var asked = new PageRequest(older, newer);
        if (await search.FindAsync(q?.Trim() ?? "", asked, ct) is not { } view) return NotFound();
        View = view;
        if (view.Page is { } page) Address = new ListAddress(SiteUrls.Search, asked, page, view.Query);
        return Page();
    }

    // With what was typed, so that something can be taken out of it.
    private PageResult TooLong(string typed)
    {
        (View, IsTooLong) = (new SearchView(typed, null), true);
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
