using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Resources;

namespace NewsSite.Features.Shared;

/// <summary>What a reader sees when a request fails; reached by re-execution with the status of the failure.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(CurrentSite current) : PageModel
{
    /// <summary>As it stands in the address. Not a parameter: binding one would read the form, and the form may be what failed.</summary>
    public int Status => int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);

    /// <summary>Null when the failure came before the site was known.</summary>
    public SiteView? Site { get; private set; }

    /// <summary>What went wrong, and what to do.</summary>
    public ErrorWords Words => ErrorWords.Of(Status, Response.Headers.RetryAfter.FirstOrDefault());

    public IActionResult OnGet() => Show();

    public IActionResult OnPost() => Show();

    private IActionResult Show()
    {
        Site = current.IsLoaded ? current.View : null;
        Response.StatusCode = Status;
        return AsksForJson ? new JsonResult(new { message = Words.Text }) { StatusCode = Status } : Page();
    }

    // The newsroom's own scripts do; a browser that opens a page never does.
    private bool AsksForJson => Request.GetTypedHeaders().Accept is [{ MediaType.Value: "application/json" }, ..];
}

/// <summary>An error in the site's language.</summary>
public sealed record ErrorWords(string Title, string Text)
{
    /// <param name="retryAfter">Seconds to wait; null when waiting does not help.</param>
    public static ErrorWords Of(int status, string? retryAfter)
    {
        var culture = CultureInfo.CurrentUICulture;
        string Label(string name) => Labels.Get(name, culture);
        return status switch
        {
            404 => new(Label("NotFound"), Label("NotFoundText")),
            410 => new(Label("Gone"), Label("GoneText")),
            413 => new(Label("TooLarge"), Label("TooLargeText")),
            429 => new(Label("TooMany"), string.Format(culture, Label("TooManyText"), retryAfter ?? "60")),
            >= 500 => new(Label("Broken"), Label("BrokenText")),
            _ => new(Label("Refused"), string.Format(culture, Label("RefusedText"), status)),
        };
    }
}
