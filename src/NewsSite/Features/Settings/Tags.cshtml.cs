using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Accounts;

namespace NewsSite.Features.Settings;

[Authorize(Policies.Administrators)]
public sealed class TagListModel(TagDesk desk) : PageModel
{
    public NamePage Tags { get; private set; } = null!;

    public string? Search { get; private set; }

    public async Task<IActionResult> OnGetAsync([StringLength(NamePage.MaxSearchLength)] string? q, long? after, CancellationToken ct)
    {
        if (!ModelState.IsValid) return BadRequest();
        (Search, Tags) = (q, await desk.PageAsync(q, after, ct));
        return Page();
    }
}
