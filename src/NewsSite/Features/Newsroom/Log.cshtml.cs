using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Accounts;

namespace NewsSite.Features.Newsroom;

/// <summary>Who did what and when.</summary>
[Authorize(Policies.Editors)]
public sealed class LogModel(LogReader log) : PageModel
{
    public LogPage View { get; private set; } = null!;

    public async Task OnGetAsync(long? before, CancellationToken ct) => View = await log.PageAsync(User.Member(), before, ct);
}
