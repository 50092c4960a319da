using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Fronts;

/// <summary>Leads to the newest day; stands as a page of its own only while there is none.</summary>
public sealed class ArchiveModel(DayReader days) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await days.LatestAsync(ct) is { } day ? Redirect(SiteUrls.Day(day)) : Page();
}
