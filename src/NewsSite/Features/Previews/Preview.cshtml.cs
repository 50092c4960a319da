using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Features.Newsroom.Previews;

namespace NewsSite.Features.Previews;

/// <summary>An article before it is out, for whoever holds a link to it.</summary>
public sealed class PreviewModel(OutsideReader articles, GuessLimits limits) : PageModel
{
    public OutsidePreview Preview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (await articles.OpenAsync(token, ct) is not { } preview) return IsGuess(token) && limits.Try(HttpContext) is { } wait ? this.Later(wait) : NotFound();
        Preview = preview;
        return Page();
    }

    // Only misses are counted: who holds a link may look as often as they like. What no secret looks like is not even looked up.
    private static bool IsGuess(string token) => token.Length == SecretToken.Length;
}
