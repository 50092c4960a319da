using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Articles;
using NewsSite.Features.Accounts;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Newsroom.Revisions;

/// <summary>What was saved of an article, and what differs.</summary>
[Authorize(Policies.Staff)]
public sealed class HistoryModel(HistoryReader history, RevisionDesk desk, CurrentSite site) : PageModel
{
    private const string NoSuchVersion = "There is no such version, or you may not change this article as it stands now.";

    public HistoryView View { get; private set; } = null!; // unless there is no such article

    public async Task<IActionResult> OnGetAsync(long id, int? before, int? from, int? to, CancellationToken ct) =>
        ModelState.IsValid && await FindAsync(id, before, from is { } first && to is { } second ? new RevisionPair(first, second) : null, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRestoreAsync(long id, int number, int version, CancellationToken ct)
    {
        var saved = ModelState.IsValid ? await desk.RestoreAsync(id, number, version, User.Member(), ct) : new SaveOutcome(SaveKind.NotFound, id);
        return saved.Kind switch
        {
            SaveKind.Saved => LocalRedirect(SiteUrls.Staff.Article(id)),
            SaveKind.NotFound => await AgainAsync(id, NoSuchVersion, StatusCodes.Status422UnprocessableEntity, ct),
            _ => await AgainAsync(id, SaveWords.Of(saved, site.View.TimeZone), SaveWords.StatusOf(saved.Kind), ct),
        };
    }

    public async Task<IActionResult> OnPostNameAsync(long id, int number, [StringLength(Revision.MaxNameLength)] string? name, CancellationToken ct)
    {
        if (ModelState.IsValid && await desk.NameAsync(id, number, name, User.Member(), ct)) return LocalRedirect(SiteUrls.Staff.History(id));

        var isTooLong = name?.Length > Revision.MaxNameLength;
        var again = await AgainAsync(id, isTooLong ? $"A version’s name has at most {Revision.MaxNameLength} characters." : NoSuchVersion, StatusCodes.Status422UnprocessableEntity, ct, number);
        if (View is not null) View = View with { NameOfTo = name };
        return again;
    }

    private async Task<IActionResult> AgainAsync(long id, string complaint, int status, CancellationToken ct, int? number = null)
    {
        var pair = number is { } shown ? new RevisionPair(Math.Max(1, shown - 1), shown) : null;
        if (!await FindAsync(id, null, pair, ct) && !await FindAsync(id, null, null, ct)) return NotFound();
        ModelState.Clear();
        ModelState.AddModelError("", complaint);
        var page = Page();
        page.StatusCode = status;
        return page;
    }

    private async Task<bool> FindAsync(long id, int? before, RevisionPair? pair, CancellationToken ct)
    {
        if (await history.ReadAsync(id, before, pair, User.Member(), ct) is not { } view) return false;
        View = view;
        return true;
    }
}
