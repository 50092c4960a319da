using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Accounts;

[Authorize(Policies.Staff)]
public sealed class AuthenticatorModel(StaffDirectory directory, AuthenticatorDesk desk, PasswordDesk passwords, SignInDesk signIn, GuessLimits limits) : PageModel
{
    public StaffView Me { get; private set; } = null!;

    /// <summary>Sealed: it goes back with the form, and only this account can use it.</summary>
    public string Key { get; private set; } = "";

    public string SpelledKey { get; private set; } = "";

    public int CodesLeft { get; private set; }

    /// <summary>Shown once, right after they were made.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(null, ct);

    public async Task<IActionResult> OnPostStartAsync(StartForm form, CancellationToken ct)
    {
        if (await RefusalAsync(form.Password, ct) is { } refusal) return refusal;
        if (!ModelState.IsValid || await desk.StartAsync(Me.Id, form.Key, form.Code, ct) is not { } codes)
        {
            if (ModelState.IsValid) ModelState.AddModelError("form.Code", "That code does not fit the key. Is the clock of your phone right?");
            return await ShowAsync(form.Key, ct);
        }

        RecoveryCodes = codes;
        await signIn.EnterAsync(HttpContext, Me.Id);
        return await ShowAsync(null, ct);
    }

    public async Task<IActionResult> OnPostStopAsync(ConfirmForm form, CancellationToken ct)
    {
        if (await RefusalAsync(form.Password, ct) is { } refusal) return refusal;
        if (!ModelState.IsValid) return await ShowAsync(null, ct);
        await desk.StopAsync(Me.Id, ct);
        await signIn.EnterAsync(HttpContext, Me.Id);
        return LocalRedirect(SiteUrls.Staff.Security);
    }

    public async Task<IActionResult> OnPostCodesAsync(ConfirmForm form, CancellationToken ct)
    {
        if (await RefusalAsync(form.Password, ct) is { } refusal) return refusal;
        if (ModelState.IsValid) RecoveryCodes = await desk.RenewCodesAsync(Me.Id, ct);
        return await ShowAsync(null, ct);
    }

    // Somebody at an unlocked desk must not be able to change who gets in.
    private async Task<IActionResult?> RefusalAsync(string password, CancellationToken ct)
    {
        Me = (await directory.FindAsync(User.Member().Id, ct))!;
        if (limits.Try(HttpContext, Me.Email) is { } wait) return this.Later(wait);
        if (!await passwords.IsRightAsync(Me.Id, password, ct)) ModelState.AddModelError("form.Password", "That is not your password.");
        return null;
    }

    private async Task<IActionResult> ShowAsync(string? key, CancellationToken ct)
    {
        Me = (await directory.FindAsync(User.Member().Id, ct))!;
        CodesLeft = await directory.RecoveryCodesLeftAsync(Me.Id, ct);
        Key = key is not null && desk.Spelled(Me.Id, key) is not null ? key : desk.NewSealedKey(Me.Id);
        SpelledKey = desk.Spelled(Me.Id, Key)!;
        return Page();
    }
}
