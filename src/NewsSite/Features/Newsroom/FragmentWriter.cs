using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace NewsSite.Features.Newsroom;

/// <summary>Writes a part of a page as text, for the page's script to put in its place.</summary>
public sealed class FragmentWriter(ICompositeViewEngine views)
{
    /// <param name="page">The page that it is a part of.</param>
    /// <param name="partial">Name of the partial, as the page would write it.</param>
    public async Task<string> WriteAsync<T>(PageModel page, string partial, T model)
    {
        var view = views.FindView(page.PageContext, partial, isMainPage: false).EnsureSuccessful([]).View!;
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        var data = new ViewDataDictionary<T>(page.ViewData, model);
        await view.RenderAsync(new ViewContext(page.PageContext, view, data, page.TempData, text, new HtmlHelperOptions()));
        return text.ToString();
    }
}
