using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Search;

public sealed class SearchModel(SearchReader search) : PageModel
{
    public SearchView View { get; private set; } = null!;

    public bool IsTooLong { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] SearchRequest asked, CancellationToken ct)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (asked.IsTooLong) return TooLong(asked);
        if (await search.FindAsync(asked, ct) is not { } view) return NotFound();
        View = view;
        return Page();
    }

    // With what was typed, so that something can be taken out of it.
    private PageResult TooLong(SearchRequest asked)
    {
        (View, IsTooLong) = (new SearchView(asked), true);
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
