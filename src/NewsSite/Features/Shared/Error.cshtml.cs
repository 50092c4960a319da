using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Shared;

/// <summary>What a reader sees when a request fails; reached by re-execution with the status of the failure.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(CurrentSite current) : PageModel
{
    public int Status { get; private set; }

    /// <summary>Null when the failure came before the site was known.</summary>
    public SiteView? Site { get; private set; }

    public void OnGet() => Show();

    public void OnPost() => Show();

    // From the route and nowhere else: a form may hold a field of that name, or be one that cannot be read, which is why this page is shown.
    private void Show()
    {
        Status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        Site = current.IsLoaded ? current.View : null;
        Response.StatusCode = Status;
    }
}
