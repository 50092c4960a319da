using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Accounts;

namespace NewsSite.Features.Newsroom.Front;

/// <summary>Which front pages went out, by whom and when.</summary>
[Authorize(Policies.Editors)]
public sealed class FrontHistoryModel(FrontHistoryReader history, FrontDesk desk) : PageModel
{
    public FrontHistory View { get; private set; } = null!;

    /// <summary>Id of the one that was not brought back, because somebody else was quicker.</summary>
    public long? Late { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken ct) => View = await history.ReadAsync(before, User.Member(), ct);

    public async Task<IActionResult> OnPostBringBackAsync(long id, int version, CancellationToken ct)
    {
        var outcome = ModelState.IsValid ? await desk.BringBackAsync(id, version, User.Member(), ct) : FrontOutcome.Refused("", "No such front page went out.");
        if (outcome.End is FrontEnd.Done) return LocalRedirect(SiteUrls.Staff.Front);

        // Where it stands in the list, however old it is.
        View = await history.ReadAsync(outcome.End is FrontEnd.Stale && id < long.MaxValue ? id + 1 : null, User.Member(), ct);
        ModelState.Clear();
        if (outcome.End is FrontEnd.Stale) Late = id;
        else ModelState.AddModelError("", outcome.Complaint);
        var page = Page();
        page.StatusCode = outcome.End is FrontEnd.Stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
