using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Accounts;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Newsroom.Revisions;

/// <summary>Two people's texts of one article, side by side, and what becomes of them.</summary>
[Authorize(Policies.Staff)]
public sealed class MergeModel(MergeDesk desk, CurrentSite site) : PageModel
{
    public MergeView View { get; private set; } = null!;

    /// <summary>What was chosen so far.</summary>
    public Dictionary<string, MergeSide> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, int number, CancellationToken ct) => await FindAsync(id, number, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, int number, int version, Dictionary<string, MergeSide> choice, CancellationToken ct)
    {
        if (!await FindAsync(id, number, ct)) return NotFound();
        Choices = choice;
        if (version != View.Version) return Again($"{View.Other ?? "Somebody"} has saved once more. Look at what stands beside your text now, and choose again.", StatusCodes.Status409Conflict);
        if (!ModelState.IsValid || View.Open(choice) is { Count: > 0 }) return Again("Choose at each place which text to keep.", StatusCodes.Status422UnprocessableEntity);

        var saved = await desk.SaveAsync(View, choice, version, User.Member(), ct);
        if (saved.Kind is SaveKind.Saved) return LocalRedirect(SiteUrls.Staff.Article(id));
        return await FindAsync(id, number, ct) ? Again(SaveWords.Of(saved, site.View.TimeZone), SaveWords.StatusOf(saved.Kind)) : NotFound();
    }

    private PageResult Again(string complaint, int status)
    {
        ModelState.Clear();
        ModelState.AddModelError("", complaint);
        var page = Page();
        page.StatusCode = status;
        return page;
    }

    private async Task<bool> FindAsync(long id, int number, CancellationToken ct)
    {
        if (await desk.OpenAsync(id, number, User.Member(), ct) is not { } view) return false;
        View = view;
        return true;
    }
}
