using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Media;
using NewsSite.Features.Accounts;
using NewsSite.Features.Media;

namespace NewsSite.Features.Newsroom.Library;

/// <summary>One picture: what is said of it, what must stay in view, and what shows it.</summary>
[Authorize(Policies.Staff)]
public sealed class PictureModel(PictureDesk desk) : PageModel
{
    /// <summary>As it is kept now.</summary>
    public Asset Kept { get; private set; } = null!;

    public PictureView View { get; private set; } = null!;

    public AssetUseList Uses { get; private set; } = null!;

    public PictureForm Form { get; private set; } = new();

    public bool IsStale { get; private set; }

    public bool IsOpen { get; private set; }

    /// <summary>The deletion only waits to be confirmed.</summary>
    public bool AsksToDelete { get; private set; }

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        Form = PictureForm.Of(Kept);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, [Bind(Prefix = "")] PictureForm form, CancellationToken ct)
    {
        var end = ModelState.IsValid ? await desk.ChangeAsync(id, form, User.Member(), ct) : (PictureEnd?)null;
        if (end is PictureEnd.Done) return LocalRedirect(SiteUrls.Staff.Picture(id) + "?saved=true");
        if (end is PictureEnd.Forbidden) return StatusCode(StatusCodes.Status403Forbidden);
        if (!await FindAsync(id, ct)) return NotFound();
        (Form, IsStale) = (form, end is PictureEnd.Stale);
        return Again(end, "Somebody else changed this while you were writing. What you typed stands here still, and beside it what is kept now. Save again to put yours in its place.");
    }

    public async Task<IActionResult> OnPostDeleteAsync(long id, [Bind(Prefix = "")] DeletePictureForm form, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        if (!IsOpen) return StatusCode(StatusCodes.Status403Forbidden);
        Form = PictureForm.Of(Kept);
        AsksToDelete = Uses.IsEmpty;
        if (!form.Confirmed && AsksToDelete) return Page();

        var end = form.Confirmed ? await desk.DeleteAsync(id, form, User.Member(), ct) : PictureEnd.Used;
        if (end is PictureEnd.Done) return LocalRedirect(SiteUrls.Staff.Pictures);
        return Again(end, "Somebody else changed this in the meantime. Look at it once more before you delete it.");
    }

    private PageResult Again(PictureEnd? end, string stale)
    {
        if (end is PictureEnd.Stale) ModelState.AddModelError("", stale);
        if (end is PictureEnd.Used) ModelState.AddModelError("", "It is in use, so it stays. Take it out of what shows it first.");
        var page = Page();
        page.StatusCode = end is PictureEnd.Stale or PictureEnd.Used ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        if (await desk.FindAsync(id, ct) is not { } asset) return false;
        (Kept, View) = (asset, PictureView.Of(StoredPicture.Of(asset)));
        (Uses, IsOpen) = (await desk.UsesAsync(asset.File, User.Member(), ct), asset.IsOpenTo(User.Member()));
        return true;
    }
}
