using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace NewsSite.Features.Fronts;

/// <summary>All authors, from A to Z.</summary>
public sealed class AuthorIndexModel(NameIndexReader names) : PageModel
{
    public NameIndexView View { get; private set; } = null!;

    public string Here { get; private set; } = SiteUrls.Authors;

    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken ct)
    {
        if (await names.AuthorsAsync(after, ct) is not { } view) return NotFound();
        View = view;
        if (after is not null) Here = QueryHelpers.AddQueryString(SiteUrls.Authors, "after", after);
        return Page();
    }
}
