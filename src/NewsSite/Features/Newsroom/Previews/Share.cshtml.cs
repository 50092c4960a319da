using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Accounts;
using NewsSite.Hosting;

namespace NewsSite.Features.Newsroom.Previews;

/// <summary>Where links are made by which somebody outside reads an article before it is out.</summary>
[Authorize(Policies.Staff)]
public sealed class ShareModel(PreviewLinkDesk desk, AbsoluteUrls absolute) : PageModel
{
    public PreviewLinkSheet Sheet { get; private set; } = null!;

    public PreviewLinkForm Form { get; private set; } = new() { EndsWhenPublished = true };

    /// <summary>The address of the link that was just made; it is never shown again.</summary>
    public string? Made { get; private set; }

    public Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken ct) => ShowAsync(id, ct);

    public async Task<IActionResult> OnPostMakeAsync([FromRoute] long id, [Bind(Prefix = "")] PreviewLinkForm form, CancellationToken ct)
    {
        if (ModelState.IsValid && await desk.MakeAsync(id, form, User.Member(), ct) is { } path) Made = absolute.Of(path);
        else Form = form;
        return await ShowAsync(id, ct);
    }

    public async Task<IActionResult> OnPostRevokeAsync([FromRoute] long id, long link, CancellationToken ct) =>
        ModelState.IsValid && await desk.RevokeAsync(id, link, User.Member(), ct) ? LocalRedirect(SiteUrls.Staff.Previews(id)) : await ShowAsync(id, ct);

    private async Task<IActionResult> ShowAsync(long id, CancellationToken ct)
    {
        if (await desk.ReadAsync(id, User.Member(), ct) is not { } sheet) return NotFound();
        if (!sheet.CanShare) return StatusCode(StatusCodes.Status403Forbidden);

        Sheet = sheet;
        var page = Page();
        if (!ModelState.IsValid) page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
