using Microsoft.AspNetCore.Mvc.Filters;
using NewsSite.Features.Articles;

namespace NewsSite.Features.Counts;

/// <summary>Stands around the article's page and counts it when it was shown.</summary>
internal sealed class CountedReads(ReadCounter counter) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var shown = await next();
        if (shown.Exception is null && context.Controller is ArticleModel { Retracted: null, View: { } view }) await counter.SeeAsync(context.HttpContext, view.Story.Id);
    }
}
