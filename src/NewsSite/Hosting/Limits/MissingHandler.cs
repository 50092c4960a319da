using Microsoft.AspNetCore.Mvc.Filters;

namespace NewsSite.Hosting.Limits;

/// <summary>A page without a handler for what is sent to it answers 405; Razor Pages would draw it, with nothing filled in, and fail.</summary>
internal sealed class MissingHandler : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // A page may do without a handler for being looked at: that of signing out has none.
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        if (context.HandlerMethod is not null || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return next();

        response.Headers.Allow = string.Join(", ", context.ActionDescriptor.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Distinct());
        response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }
}
