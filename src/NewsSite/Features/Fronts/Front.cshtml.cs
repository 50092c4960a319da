using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Fronts;

public sealed class FrontModel(FrontReader fronts) : PageModel
{
    public FrontView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = await fronts.ReadAsync(ct);
}
