using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace NewsSite.Benchmarks.Delivery;

/// <summary>What the store is measured against: servers of their own that send the same answer.</summary>
internal static class Comparisons
{
    /// <summary>An endpoint that writes a ready byte array.</summary>
    public const string Bare = "bare";

    /// <summary>The framework's output cache before an endpoint that would write it.</summary>
    public const string OutputCache = "output-cache";

    /// <param name="file">That <see cref="PageCopy"/> wrote.</param>
    public static async Task<int> ServeAsync(string kind, string file, string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (kind == OutputCache) builder.Services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Expire(TimeSpan.FromHours(1)).SetVaryByHeader("Accept-Encoding")));
        var app = builder.Build();
        if (kind == OutputCache) app.UseOutputCache();
        var page = PageCopy.Read(file);
        var headers = page.Headers.Select(header => KeyValuePair.Create(header.Key, (StringValues)header.Value)).ToArray();
        app.MapGet("/{**path}", context => SendAsync(context, page, headers));
        app.Urls.Add(address);
        await app.StartAsync();
        Console.WriteLine($"Now listening on: {app.Urls.First()}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task SendAsync(HttpContext context, PageCopy page, KeyValuePair<string, StringValues>[] headers)
    {
        var response = context.Response;
        foreach (var (name, value) in headers) response.Headers[name] = value;
        var takesBrotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        var body = takesBrotli ? page.Brotli : page.Identity;
        response.Headers.ETag = takesBrotli ? page.BrotliTag : page.IdentityTag;
        if (takesBrotli) response.Headers.ContentEncoding = "br";
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body);
    }
}
