using System.Globalization;
using Microsoft.Extensions.Options;
using NewsSite.Features.Summaries.LanguageModel;
using NewsSite.Summaries;

namespace NewsSite.Hosting;

/// <summary>Makes the folders absolute and turns wrong settings away before anything starts.</summary>
internal sealed class NewsSiteOptionsSetup(IHostEnvironment environment, IConfiguration configuration)
    : IPostConfigureOptions<NewsSiteOptions>, IValidateOptions<NewsSiteOptions>
{
    private const int LevelsAbove = 3;

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        nameof(NewsSiteOptions.Content), nameof(NewsSiteOptions.Data), nameof(NewsSiteOptions.BaseUrl), nameof(NewsSiteOptions.SummaryWeights),
        nameof(NewsSiteOptions.Proxies), nameof(NewsSiteOptions.SecurityContact), NewsSiteOptions.PageStoreMegabytes,
        LanguageModelOptions.Name, "Smtp", "Bucket",
    };

    public void PostConfigure(string? name, NewsSiteOptions options)
    {
        var proxies = configuration.GetSection($"{NewsSiteOptions.Section}:{nameof(NewsSiteOptions.Proxies)}");
        options.Proxies = proxies.Value ?? string.Join(',', proxies.GetChildren().Select(proxy => proxy.Value));
        if (Megabytes is { } megabytes)
            options.PageStoreBytes = int.TryParse(megabytes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number * NewsSiteOptions.Megabyte : -1;
        options.Data = Path.GetFullPath(options.Data, environment.ContentRootPath);
        if (options.SummaryWeights is { } weights) options.SummaryWeights = Path.GetFullPath(weights, environment.ContentRootPath);
        options.Content = options.Content switch
        {
            null => NearestContent(),
            "" => null,
            var folder => Path.GetFullPath(folder, environment.ContentRootPath),
        };
    }

    private string? Megabytes => configuration[$"{NewsSiteOptions.Section}:{NewsSiteOptions.PageStoreMegabytes}"];

    public ValidateOptionsResult Validate(string? name, NewsSiteOptions options)
    {
        var wrong = new List<string>();
        foreach (var setting in configuration.GetSection(NewsSiteOptions.Section).GetChildren().Where(setting => !Known.Contains(setting.Key)))
            wrong.Add($"NewsSite:{setting.Key} is not a setting; known are {string.Join(", ", Known)}.");
        if (options.Content is not null && !Directory.Exists(options.Content))
            wrong.Add($"NewsSite:Content is {options.Content}, and there is no such folder.");
        if (File.Exists(options.Data))
            wrong.Add($"NewsSite:Data is {options.Data}, which is a file; it must be a folder.");
        if (options.SummaryWeights is { } weights && WeightsFault(weights) is { } fault)
            wrong.Add($"NewsSite:SummaryWeights is {weights}: {fault}");
        if (!IsPublicAddress(options.BaseUrl))
            wrong.Add($"NewsSite:BaseUrl is “{options.BaseUrl}”; write the public address, such as https://news.example.");
        if (options.PageStoreBytes is < 0 or > NewsSiteOptions.MostPageStoreBytes)
            wrong.Add($"NewsSite:PageStoreMegabytes is “{Megabytes?.ReplaceLineEndings(" ")}”; write a whole number of megabytes, 0 for no store, at most {NewsSiteOptions.MostPageStoreBytes / NewsSiteOptions.Megabyte}.");
        _ = KnownProxies.Parse(options.Proxies, wrong);
        if (options.SecurityContact is { } contact && !SecurityTxt.IsContact(contact))
            wrong.Add($"NewsSite:SecurityContact is “{contact.ReplaceLineEndings(" ")}”; write an address such as mailto:security@news.example, https://news.example/info/security or tel:+32-2-555-0100.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static string? WeightsFault(string file)
    {
        try
        {
            SummaryWeights.Load(file);
            return null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    private static bool IsPublicAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" };

    private string? NearestContent()
    {
        var folder = new DirectoryInfo(environment.ContentRootPath);
        for (var level = 0; folder is not null && level < LevelsAbove; level++, folder = folder.Parent)
        {
            var content = Path.Combine(folder.FullName, "content");
            if (File.Exists(Path.Combine(content, "site.yml"))) return content;
        }

        return null;
    }
}
