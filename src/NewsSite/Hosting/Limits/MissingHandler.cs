using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace NewsSite.Hosting.Limits;

/// <summary>A page without a handler for what is sent to it answers 405; Razor Pages would draw it, with nothing filled in, and fail.</summary>
internal sealed class MissingHandler : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // Decided below, where an answer can be given.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // A page may do without a handler for being looked at: that of signing out has none.
        var method = context.HttpContext.Request.Method;
        if (context.HandlerMethod is not null || HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) return;

        context.HttpContext.Response.Headers.Allow = string.Join(", ", context.ActionDescriptor.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Distinct());
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // Nothing to add.
    }
}
