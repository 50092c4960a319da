using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

public sealed class DayModel(DayReader days) : PageModel
{
    public DayView View { get; private set; } = null!;

    public ListAddress Address { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string? older, string? newer, CancellationToken ct)
    {
        var asked = new PageRequest(older, newer);
        if (!DateOnly.TryParseExact(year + month + day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return NotFound();
        if (await days.FindAsync(date, asked, ct) is not { } view) return NotFound();
        View = view;
        Address = new ListAddress(SiteUrls.Day(view.Day), asked, view.Page);
        return Page();
    }
}
