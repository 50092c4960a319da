using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Accounts;

[Authorize(Policies.Staff)]
public sealed class PasskeysModel(StaffDirectory directory, PasskeyDesk desk, PasswordDesk passwords, GuessLimits limits) : PageModel
{
    private const int MaxAnswer = 64 * 1024;

    public IReadOnlyList<PasskeyView> Passkeys { get; private set; } = [];

    public async Task<PageResult> OnGetAsync()
    {
        Passkeys = await desk.ListAsync(User.Member().Id);
        return Page();
    }

    /// <summary>Answers the page's script; 422 carries a complaint in words.</summary>
    public async Task<IActionResult> OnPostOptionsAsync([DataType(DataType.Password)] string? password, CancellationToken ct)
    {
        var me = (await directory.FindAsync(User.Member().Id, ct))!;
        if (limits.Try(HttpContext, me.Email) is { } wait) return this.Later(wait);
        if (await passwords.IsRightAsync(me.Id, password ?? "", ct)) return Content(await desk.CreationOptionsAsync(HttpContext, me), "application/json");

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Content("That is not your password.");
    }

    public async Task<IActionResult> OnPostAddAsync([StringLength(PasskeyDesk.MaxNameLength)] string? name, [Required, StringLength(MaxAnswer)] string credential)
    {
        if (!ModelState.IsValid) return BadRequest();
        if (await desk.AddAsync(HttpContext, User.Member().Id, Named(name), credential)) return LocalRedirect(SiteUrls.Staff.Passkeys);
        ModelState.AddModelError("", "The passkey could not be added. Try again.");
        return await OnGetAsync();
    }

    public async Task<IActionResult> OnPostRenameAsync(string id, [StringLength(PasskeyDesk.MaxNameLength)] string? name)
    {
        if (!ModelState.IsValid) return BadRequest();
        await desk.RenameAsync(User.Member().Id, id, Named(name));
        return LocalRedirect(SiteUrls.Staff.Passkeys);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id)
    {
        await desk.RemoveAsync(User.Member().Id, id);
        return LocalRedirect(SiteUrls.Staff.Passkeys);
    }

    private static string Named(string? name) => string.IsNullOrWhiteSpace(name) ? "Passkey" : name.Trim();
}
