namespace NewsSite.TagHelpers;

/// <summary>Which way a language is written.</summary>
public static class TextDirection
{
    private static readonly HashSet<string> RightToLeft = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi",
        "Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa",
    };

    /// <param name="language">BCP 47; a script in it (<c>az-Arab</c>, <c>ur-Latn</c>) counts more than the language.</param>
    /// <returns><c>rtl</c> or <c>ltr</c>, as the <c>dir</c> attribute wants it.</returns>
    public static string Of(string language)
    {
        var parts = language.Split('-', '_');
        var script = parts.Skip(1).FirstOrDefault(part => part.Length == 4 && char.IsAsciiLetter(part[0]));
        return RightToLeft.Contains(script ?? parts[0]) ? "rtl" : "ltr";
    }
}
