using Microsoft.Extensions.Options;

namespace NewsSite.Hosting;

/// <summary>Makes absolute links, from the configured address only: a request's Host header is anybody's word.</summary>
public sealed class AbsoluteUrls(IOptions<NewsSiteOptions> options)
{
    private readonly string root = options.Value.BaseUrl.TrimEnd('/');

    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => root + path;
}
