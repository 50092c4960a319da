using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Fronts;

/// <summary>A month of the archive, as a calendar.</summary>
public sealed class MonthModel(ArchiveReader archive) : PageModel
{
    public MonthView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string year, string month, CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(year + month + "01", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) return NotFound();
        if (await archive.FindMonthAsync(first, ct) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
