using System.Text;

namespace NewsSite.Markup;

/// <summary>Reads one block of text from its start and hands it out, piece by piece, with typographic marks.</summary>
internal sealed class TypographicText(ArticleLanguage language, string source)
{
    private int at;
    private int openSingles;

    /// <param name="length">How many UTF-16 code units of the source to hand out next.</param>
    public string Take(int length)
    {
        var piece = new StringBuilder(length);
        for (var end = at + length; at < end;) piece.Append(Next(end));
        return piece.ToString();
    }

    private string Next(int end)
    {
        var c = source[at];
        if (c is '"' && char.IsLetter(Before) && char.IsLetter(After)) return Step("\""); // a Hebrew abbreviation, not a quotation
        if (c is '"') return Step(Opens() ? language.OpenQuote : language.CloseQuote);
        if (c is '\'') return Step(Single());
        if (c is not ('-' or '.')) return Step(c.ToString());

        var run = 1;
        while (at + run < end && source[at + run] == c) run++;
        return Step((c, run) switch
        {
            ('-', 2) => "–",
            ('-', 3) => "—",
            ('.', 3) => "…",
            _ => new string(c, run),
        }, run);
    }

    private string Step(string text, int length = 1)
    {
        at += length;
        return text;
    }

    private string Single()
    {
        if (Opens() && !char.IsDigit(After))
        {
            openSingles++;
            return language.OpenSingle;
        }

        if (openSingles is 0 || char.IsLetterOrDigit(After)) return "’"; // an apostrophe, also in '90s and rock 'n' roll
        openSingles--;
        return language.CloseSingle;
    }

    private bool Opens() =>
        !char.IsWhiteSpace(After)
        && (char.IsWhiteSpace(Before) || char.GetUnicodeCategory(Before) is System.Globalization.UnicodeCategory.OpenPunctuation
            or System.Globalization.UnicodeCategory.InitialQuotePunctuation or System.Globalization.UnicodeCategory.DashPunctuation
            || Before is '"' or '\'' or '/' or '„' && IsStartOfQuotation());

    /// <summary>A quotation mark right after another one opens only where that one opened too.</summary>
    private bool IsStartOfQuotation() =>
        Before is '/' or '„' || at < 2 || char.IsWhiteSpace(source[at - 2]);

    private char Before => at is 0 ? ' ' : source[at - 1];

    private char After => at + 1 < source.Length ? source[at + 1] : ' ';
}
