using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Fronts;

/// <summary>A year of the archive.</summary>
public sealed class YearModel(ArchiveReader archive) : PageModel
{
    public YearView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string year, CancellationToken ct)
    {
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || await archive.FindYearAsync(number, ct) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
