using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace NewsSite.Hosting.Limits;

/// <summary>Bounds what anybody may send, and how slowly, so that memory and threads are left for all others.</summary>
internal static class ServerLimitsFeature
{
    private static readonly string[] WritingPages = ["/Newsroom/Editor", "/Settings/Page"];

    public static void AddServerLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<ServerLimits>>((kestrel, limits) => Fill(kestrel.Limits, limits.Value));
        builder.Services.Configure<FormOptions>(Fill);
        builder.Services.Configure<MvcOptions>(Fill);
        builder.Services.AddRequestRates();
    }

    /// <summary>Behind authorization, so that nothing is read of who may not send it, and before the pages.</summary>
    public static void UseServerLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseFormIntake();
    }

    /// <summary>Says which pages take a whole text, and which are counted.</summary>
    public static void LimitPages(this PageConventionCollection pages, IEnumerable<string> staffFolders)
    {
        foreach (var folder in staffFolders) pages.AddFolderApplicationModelConvention(folder, page => page.EndpointMetadata.Add(RequestRates.Newsroom));
        pages.AddPageApplicationModelConvention("/Search/Search", page => page.EndpointMetadata.Add(RequestRates.Search));
        foreach (var writing in WritingPages) pages.AddPageApplicationModelConvention(writing, page => page.EndpointMetadata.Add(new ManuscriptForm()));
        pages.AddPageApplicationModelConvention("/Newsroom/Library/Library", page => page.EndpointMetadata.Add(new UploadForm()));
    }

    private static void Fill(KestrelServerLimits kestrel, ServerLimits limits)
    {
        kestrel.MaxRequestBodySize = ServerLimits.FormBytes;
        kestrel.MaxRequestLineSize = ServerLimits.RequestLineBytes;
        kestrel.MaxRequestHeadersTotalSize = ServerLimits.HeaderBytes;
        kestrel.MaxRequestHeaderCount = ServerLimits.HeaderCount;
        kestrel.MaxConcurrentConnections = limits.Connections;
        kestrel.RequestHeadersTimeout = limits.HeadersTime;
        kestrel.KeepAliveTimeout = limits.IdleTime;
        kestrel.MinRequestBodyDataRate = new MinDataRate(limits.SlowestBytesPerSecond, limits.SlowGrace);
        kestrel.MinResponseDataRate = new MinDataRate(limits.SlowestBytesPerSecond, limits.SlowGrace);
        kestrel.Http2.MaxStreamsPerConnection = 100;
        kestrel.Http2.MaxRequestHeaderFieldSize = ServerLimits.HeaderBytes;
        kestrel.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30); // a connection whose other end has gone is not kept
    }

    private static void Fill(FormOptions forms)
    {
        forms.ValueCountLimit = ServerLimits.FormFields;
        forms.KeyLengthLimit = ServerLimits.FieldNameBytes;
        // The body's own limit comes first, and what fits into it is kept, to be shown again beside the complaint.
        forms.ValueLengthLimit = ServerLimits.ManuscriptBytes;
        forms.MultipartBodyLengthLimit = ServerLimits.UploadBytes;
        forms.BufferBodyLengthLimit = ServerLimits.ManuscriptBytes;
        forms.MultipartHeadersLengthLimit = 4 * 1024;
    }

    private static void Fill(MvcOptions pages)
    {
        // More than a form and an address can hold together: beyond it, MVC throws instead of answering.
        pages.MaxModelBindingCollectionSize = ServerLimits.FormFields + ServerLimits.RequestLineBytes;
        pages.MaxModelBindingRecursionDepth = 8;
        pages.MaxModelValidationErrors = 50;
    }
}
