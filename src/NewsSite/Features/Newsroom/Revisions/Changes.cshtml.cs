using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Accounts;

namespace NewsSite.Features.Newsroom.Revisions;

/// <summary>How the text in the editor differs from the one that readers see.</summary>
[Authorize(Policies.Staff)]
public sealed class ChangesModel(ChangeReader changes) : PageModel
{
    public ChangesView View { get; private set; } = null!; // unless there is no such article

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken ct)
    {
        if (await changes.ReadAsync(id, User.Member(), ct) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
