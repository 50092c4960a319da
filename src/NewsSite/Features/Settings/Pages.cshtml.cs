using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Accounts;

namespace NewsSite.Features.Settings;

[Authorize(Policies.Administrators)]
public sealed class PageListModel(PageDesk desk) : PageModel
{
    public IReadOnlyList<PageSetting> Pages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Pages = await desk.AllAsync(ct);
}
