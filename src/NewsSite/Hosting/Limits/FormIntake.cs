using System.IO.Pipelines;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace NewsSite.Hosting.Limits;

/// <summary>Marks a page whose form carries a whole text.</summary>
internal sealed class ManuscriptForm;

/// <summary>Marks a page whose form brings pictures.</summary>
internal sealed class UploadForm;

/// <summary>
/// Reads each posted form once, before anything else asks for it. Left to the check against forgery, a form that is too large,
/// too slow or broken would be answered as if it were forged, and the reason would be lost.
/// </summary>
internal static partial class FormIntake
{
    public static void UseFormIntake(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FormIntake));
        app.Use(async (context, next) =>
        {
            if (!IsAwaited(context) || await ReadAsync(context) is not { } refusal)
            {
                await next(context);
                return;
            }

            LogRefused(log, context.Request.Path, refusal.Status, refusal.Reason);
            context.Response.StatusCode = refusal.Status;
            // Whatever is still to come is no request; HTTP/2 ends the one stream by itself.
            if (HttpProtocol.IsHttp11(context.Request.Protocol)) context.Response.Headers.Connection = "close";
        });
    }

    // The error page is shown in the place of a form that has been read, or could not be.
    private static bool IsAwaited(HttpContext context) =>
        context.GetEndpoint() is not null && context.Request.HasFormContentType
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null;

    private static async Task<(int Status, string Reason)?> ReadAsync(HttpContext context)
    {
        if (BytesFor(context.GetEndpoint()!.Metadata) is { } bytes && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = bytes;
        try
        {
            if (!IsInParts(context.Request)) await ArriveAsync(context.Request.BodyReader, context.RequestAborted);
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException e)
        {
            return (e.StatusCode, e.Message);
        }
        catch (InvalidDataException e)
        {
            // The framework has one exception for both, and tells them apart in words only.
            var isTooMuch = e.Message.Contains("limit", StringComparison.OrdinalIgnoreCase);
            return (isTooMuch ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, e.Message);
        }
        catch (IOException e) when (!context.RequestAborted.IsCancellationRequested)
        {
            return (StatusCodes.Status400BadRequest, e.Message); // ends in the middle
        }
    }

    private static int? BytesFor(EndpointMetadataCollection form) =>
        form.GetMetadata<UploadForm>() is not null ? ServerLimits.UploadBytes : form.GetMetadata<ManuscriptForm>() is not null ? ServerLimits.ManuscriptBytes : null;

    private static bool IsInParts(HttpRequest request) => request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    // The framework looks through all that has come of a value each time that a little more comes: 9 MB took it many seconds.
    private static async Task ArriveAsync(PipeReader body, CancellationToken ct)
    {
        while (true)
        {
            var come = await body.ReadAsync(ct);
            if (come.IsCompleted || come.IsCanceled)
            {
                body.AdvanceTo(come.Buffer.Start);
                return;
            }

            body.AdvanceTo(come.Buffer.Start, come.Buffer.End);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The form posted to {Path} was refused with {Status}: {Reason}")]
    private static partial void LogRefused(ILogger log, PathString path, int status, string reason);
}
