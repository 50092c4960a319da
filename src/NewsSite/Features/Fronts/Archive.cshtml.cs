using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Fronts;

public sealed class ArchiveModel(ArchiveReader archive) : PageModel
{
    public IReadOnlyList<YearView> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Years = await archive.ReadAsync(ct);
}
