using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Fronts;

public sealed class FrontModel(FrontReader fronts) : PageModel
{
    public FrontView View { get; private set; } = null!;

    /// <summary>When the newest story appeared; null on a site without articles.</summary>
    public DateTimeOffset? Newest => View.Latest.Count > 0 ? View.Latest[0].PublishedAt : View.Lead?.PublishedAt;

    /// <summary>How many of the top stories share the lead's column, so that the row below it is full.</summary>
    public int Beside => View.Top.Count switch { <= 2 => 0, 3 => 1, _ => 2 };

    public async Task OnGetAsync(CancellationToken ct) => View = await fronts.ReadAsync(ct);
}
