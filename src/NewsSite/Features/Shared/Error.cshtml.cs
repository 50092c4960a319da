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

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        Status = status;
        Site = current.IsLoaded ? current.View : null;
        Response.StatusCode = status;
    }
}
