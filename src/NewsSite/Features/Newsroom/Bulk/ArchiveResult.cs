using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using NewsSite.Features.Exporting;

namespace NewsSite.Features.Newsroom.Bulk;

/// <summary>Sends files as one ZIP file to be kept, as it is written.</summary>
internal sealed class ArchiveResult(EditionPackage package) : ActionResult
{
    private const string Name = "articles.zip";

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/zip";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = Name }.ToString();
        await package.WriteAsync(response.Body, context.HttpContext.RequestAborted);
    }
}
