using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Features.Settings;

internal static class SettingAnswers
{
    /// <summary>The page once more, with what was typed and what is wrong with it.</summary>
    /// <param name="outcome">Null when the form itself has found the fault.</param>
    public static PageResult Again(this PageModel page, SettingOutcome? outcome = null)
    {
        if (outcome is not null) page.ModelState.AddModelError(outcome.Field, outcome.Complaint);
        var result = page.Page();
        result.StatusCode = outcome?.End is SettingEnd.Stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return result;
    }
}
