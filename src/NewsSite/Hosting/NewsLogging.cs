using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Events;

namespace NewsSite.Hosting;

/// <summary>Logs to the console and to one file a day. No line holds an address, a cookie, a user agent or what somebody searched for.</summary>
internal static class NewsLogging
{
    private const int DaysKept = 14;
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {SourceContext} {Message:lj}";
    private const string ConsoleLine = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}";

    public static void AddNewsLogging(this IHostApplicationBuilder builder) => builder.Services.AddSerilog(
        (services, logger) => Configure(logger, builder.Configuration, services.GetRequiredService<IOptions<NewsSiteOptions>>().Value.LogFolder),
        preserveStaticLogger: true); // the static logger is the process's: a second site in it would take this one's lines

    public static void UseRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0.0} ms";
        options.IncludeQueryInRequestPath = false;
        options.GetMessageTemplateProperties = (context, path, elapsed, status) =>
        [
            new("RequestMethod", new ScalarValue(context.Request.Method)), new("RequestPath", new ScalarValue(WithoutSecret(path))),
            new("StatusCode", new ScalarValue(status)), new("Elapsed", new ScalarValue(elapsed)),
        ];
        options.GetLevel = (context, _, exception) =>
            exception is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogEventLevel.Verbose
            : LogEventLevel.Information;
    });

    // The address of a preview is the right to see it.
    private static string WithoutSecret(string path) =>
        path.StartsWith("/preview/", StringComparison.OrdinalIgnoreCase) || path.StartsWith("/preview%", StringComparison.OrdinalIgnoreCase) ? "/preview/…" : path;

    private static void Configure(LoggerConfiguration logger, IConfiguration configuration, string folder) => logger
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error) // warns that keys lie unencrypted: they do, in a folder that only the site reads
        .MinimumLevel.Override("System", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        .ReadFrom.Configuration(configuration)
        .Filter.With<SecretsFilter>()
        .WriteTo.Console(new OneLineFormatter(ConsoleLine))
        .WriteTo.File(
            new OneLineFormatter(Line),
            Path.Combine(folder, "newssite-.log"),
            rollingInterval: RollingInterval.Day,
            retainedFileCountLimit: DaysKept,
            fileSizeLimitBytes: 100 * 1024 * 1024,
            rollOnFileSizeLimit: true);
}
