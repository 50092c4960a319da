using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Accounts;

/// <summary>The answer to somebody who tries too often.</summary>
public static class TooManyTries
{
    public static PageResult PageLater(this PageModel page, TimeSpan wait)
    {
        page.Response.Headers.RetryAfter = Seconds(wait);
        page.ModelState.AddModelError("", $"There were too many tries. Wait {Math.Ceiling(wait.TotalMinutes)} minutes, or use a browser in which you have signed in before.");
        var result = page.Page();
        result.StatusCode = StatusCodes.Status429TooManyRequests;
        return result;
    }

    public static StatusCodeResult Later(this PageModel page, TimeSpan wait)
    {
        page.Response.Headers.RetryAfter = Seconds(wait);
        return page.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    private static string Seconds(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
