namespace NewsSite.TagHelpers;

/// <summary>Which languages are set in the fonts that the site brings along; <c>site.css</c> sets the others in what the reader's machine has.</summary>
public static class WebFonts
{
    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "be", "bg", "ckb", "el", "fa", "he", "ja", "ko", "mk", "ps", "ru", "sr", "uk", "ur", "yi", "zh",
    };

    /// <param name="language">BCP 47.</param>
    public static bool Hold(string language) => !Others.Contains(language.Split('-')[0]);
}
