namespace NewsSite.Features.Sitemaps;

/// <summary>Languages as Google's news sitemaps name them.</summary>
public static class NewsLanguage
{
    private static readonly HashSet<string> Traditional = new(StringComparer.OrdinalIgnoreCase) { "Hant", "TW", "HK", "MO" };

    /// <param name="tag">BCP 47.</param>
    /// <returns>Two or three letters of ISO 639; Chinese by its script, which it takes for a country.</returns>
    public static string Of(string tag)
    {
        var parts = tag.Split('-');
        return parts[0].ToLowerInvariant() is var language && language is not "zh" ? language
            : parts.Any(Traditional.Contains) ? "zh-tw" : "zh-cn";
    }
}
