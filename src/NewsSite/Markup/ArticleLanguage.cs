namespace NewsSite.Markup;

/// <summary>What the markup of an article takes from its language: quotation marks and the labels that a reader hears or sees.</summary>
internal sealed record ArticleLanguage(
    string OpenQuote, string CloseQuote, string OpenSingle, string CloseSingle, bool German = false)
{
    private const string NarrowSpace = "\u202F";

    public string Footnotes => German ? "Fußnoten" : "Footnotes";

    /// <param name="tag">BCP 47 tag; only its primary subtag counts, and an unknown one is taken as English.</param>
    public static ArticleLanguage Of(string tag) => tag.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "de" => new("„", "“", "‚", "‘", German: true),
        "cs" or "sk" or "bg" or "sl" or "is" => new("„", "“", "‚", "‘"),
        "pl" or "ro" or "hu" => new("„", "”", "‚", "’"),
        "ru" or "uk" or "be" => new("«", "»", "„", "“"),
        "fr" => new("«" + NarrowSpace, NarrowSpace + "»", "‹" + NarrowSpace, NarrowSpace + "›"),
        "es" or "it" or "pt" or "el" => new("«", "»", "“", "”"),
        "sv" or "fi" => new("”", "”", "’", "’"),
        _ => new("“", "”", "‘", "’"),
    };

    public string FootnoteMark(string number) => (German ? "Fußnote " : "Footnote ") + number;

    public string BackToText(string number) => German ? $"Zurück zum Text, Stelle {number}" : $"Back to the text, mark {number}";

    public string Table(int number, string heads) => $"{(German ? "Tabelle" : "Table")} {number}{(heads.Length is 0 ? "" : ": " + heads)}";
}
