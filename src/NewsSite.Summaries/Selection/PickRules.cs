using System.Globalization;
using System.Text.RegularExpressions;
using NewsSite.Summaries.Features;
using NewsSite.Summaries.Text;

namespace NewsSite.Summaries.Selection;

/// <summary>How fit a sentence is to stand in a summary.</summary>
internal enum Fitness
{
    /// <summary>Must not be shown: no prose, boilerplate, a fragment, half a quotation.</summary>
    Never,

    /// <summary>Shown only when nothing better is there: a question, a very short sentence, the headline again.</summary>
    AtNeed,

    Fit,
}

/// <summary>What an editor would never quote, beyond the junk of the trained method.</summary>
internal static partial class PickRules
{
    private const int ShortestWords = 8;
    private const int LongestBoilerplate = 30;
    private const double HeadlineShare = .8;

    /// <summary>The fitness of each sentence.</summary>
    public static Fitness[] Judge(Document document, ArticleText article)
    {
        var headline = HeadlineStems(article.Headline);
        var fitness = new Fitness[document.Count];
        for (var i = 0; i < fitness.Length; i++)
        {
            var (sentence, tokens) = (document.Sentences[i], document.Tokens[i]);
            if (document.Junk[i] || IsUnfit(sentence, tokens.Count)) fitness[i] = Fitness.Never;
            else if (Words(tokens) < ShortestWords || Marks.IsQuestion(sentence) || Repeats(headline, tokens)) fitness[i] = Fitness.AtNeed;
            else fitness[i] = Fitness.Fit;
        }

        return fitness;
    }

    /// <summary>Length in words, where ideographs and kana count half: a word is about two of them.</summary>
    public static double Words(SentenceTokens tokens)
    {
        var words = 0.0;
        for (var t = 0; t < tokens.Count; t++) words += Marks.IsIdeographOrKana(tokens[t][0]) ? .5 : 1;
        return words;
    }

    private static bool IsUnfit(string sentence, int tokens) =>
        !Marks.EndsLikeASentence(sentence)
        || StartsMidSentence(sentence)
        || HasOpenQuotation(sentence)
        || ListMark().IsMatch(sentence)
        || (tokens <= LongestBoilerplate && (OpeningPhrases.Boilerplate.Open(sentence) || Credit().IsMatch(sentence)));

    private static bool StartsMidSentence(string sentence)
    {
        foreach (var c in sentence)
        {
            if (char.IsLetter(c)) return char.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter;
            if (char.IsDigit(c)) return false;
        }

        return true;
    }

    private static bool HasOpenQuotation(string sentence)
    {
        int straight = 0, curly = 0, guillemets = 0, corners = 0, brackets = 0;
        foreach (var c in sentence)
        {
            switch (c)
            {
                case '"': straight++; break;
                case '“' or '”' or '„': curly++; break;
                case '«' or '»': guillemets++; break;
                case '「' or '『': corners++; break;
                case '」' or '』': corners--; break;
                case '(' or '（': brackets++; break;
                case ')' or '）': brackets--; break;
            }
        }

        return straight % 2 != 0 || curly % 2 != 0 || guillemets % 2 != 0 || corners != 0 || brackets != 0;
    }

    private static HashSet<string> HeadlineStems(string? headline)
    {
        var tokens = Tokenizer.Read(headline ?? "");
        var stems = new HashSet<string>(StringComparer.Ordinal);
        for (var t = 0; t < tokens.Count; t++) stems.Add(Tokenizer.Stem(tokens[t]).ToString());
        return stems;
    }

    private static bool Repeats(HashSet<string> headline, SentenceTokens tokens)
    {
        if (headline.Count == 0) return false;
        var known = 0;
        var lookup = headline.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var t = 0; t < tokens.Count; t++)
        {
            if (lookup.Contains(Tokenizer.Stem(tokens[t]))) known++;
        }

        return known >= HeadlineShare * tokens.Count;
    }

    [GeneratedRegex(@"^\s*(?:[-*•·‣▪#>]\s|\d{1,2}[.)]\s|\[\d+\]|\|)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 3000)]
    private static partial Regex ListMark();

    // "By Jane Doe, court reporter." and "Ann Lee/Reuters."; names in other alphabets come with a label and a colon.
    [GeneratedRegex(@"^(?:By|Von|Par|Por|Di|Door)\s\p{Lu}[\w'’.-]+\s(?:\p{Lu}|de\s|von\s|van\s)[^.!?]{0,60}\.?$|^[^.!?]{0,60}/\s?(?:AP|AFP|dpa|EFE|EPA|Reuters|Getty|ANSA|PAP|TASS)\b|\((?:Photo|Foto|Bild|Image|Imagen|Фото|写真)[^)]*\)\.?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Credit();
}
