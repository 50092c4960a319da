using System.Text.RegularExpressions;

namespace NewsSite.Markup;

/// <summary>
/// A picture's title, read as "Caption. Credit". The last sentence is the credit when it names its kind ("Photo: A. Fenwick",
/// "Drawing by A. Fenwick", "© Courier"), or is nothing but a name of two to five capitalised words. A bar settles doubts: "Caption | Credit".
/// </summary>
internal sealed partial record PictureCaption(string Caption, string Credit)
{
    public static PictureCaption Of(string title)
    {
        var text = title.Trim();
        if (text.LastIndexOf('|') is >= 0 and var bar) return new(text[..bar].Trim(), text[(bar + 1)..].Trim());
        if (KindOfPicture().IsMatch(text)) return new("", text);

        var ends = SentenceEnd().Matches(text);
        for (var i = 0; i < ends.Count; i++)
        {
            var from = ends[i].Index + ends[i].Length;
            if (IsCredit(text[from..])) return new(text[..from].Trim(), text[from..].Trim());
        }

        return new(text, "");
    }

    private static bool IsCredit(string text) => KindOfPicture().IsMatch(text) || Name().IsMatch(text);

    [GeneratedRegex(@"[.!?…][”“»’'""]?\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"^(©|\(c\)|(photos?|photographs?|pictures?|images?|drawings?|illustrations?|graphics?|maps?|charts?|credit|source|fotos?|bild|bilder|zeichnung|grafik|karte|illustration|quelle)( by| von)?(:|\s+©|\s+(?-i:\p{Lu})))[^.!?]*\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex KindOfPicture();

    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{M}’'.-]*(/\p{Lu}[\p{L}\p{M}’'.-]*)?(\s+(of|the|and|und|der|von|van|de|for|für)){0,2}(\s+\p{Lu}[\p{L}\p{M}’'/-]*){1,4}\.?$|^\p{Lu}[\p{L} ]{1,40}/\p{Lu}[\p{L} ]{1,40}$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
