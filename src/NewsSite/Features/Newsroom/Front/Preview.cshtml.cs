using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Accounts;

namespace NewsSite.Features.Newsroom.Front;

/// <summary>The front page before it goes out.</summary>
[Authorize(Policies.Editors)]
public sealed class FrontPreviewModel(FrontPreviewReader reader) : PageModel
{
    public FrontPreview Preview { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Preview = await reader.ReadAsync(User.Member(), ct);
}
