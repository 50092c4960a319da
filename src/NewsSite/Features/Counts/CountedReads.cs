using Microsoft.AspNetCore.Mvc.Filters;
using NewsSite.Features.Articles;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Counts;

/// <summary>Stands around the article's page and has it counted each time that it is sent, wherever its bytes come from.</summary>
internal sealed class CountedReads(ReadCounter counter, PageSources sources) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var shown = await next();
        if (shown.Exception is null && context.Controller is ArticleModel { Retracted: null, View: { } view }) sources.Sent = sending => counter.SeeAsync(sending, view.Story.Id);
    }
}
