using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace NewsSite.Features.Fronts;

/// <summary>All tags, from A to Z.</summary>
public sealed class TagIndexModel(NameIndexReader names) : PageModel
{
    public NameIndexView View { get; private set; } = null!;

    public string Here { get; private set; } = SiteUrls.Tags;

    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken ct)
    {
        if (await names.TagsAsync(after, ct) is not { } view) return NotFound();
        View = view;
        if (after is not null) Here = QueryHelpers.AddQueryString(SiteUrls.Tags, "after", after);
        return Page();
    }
}
