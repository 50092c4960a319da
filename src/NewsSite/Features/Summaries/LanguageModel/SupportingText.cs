using System.Text.RegularExpressions;
using NewsSite.Summaries;

namespace NewsSite.Features.Summaries.LanguageModel;

/// <summary>
/// What in the body may stand behind a draft. A paragraph that talks to a language model supports nothing: words that it dictates
/// would otherwise be the body's own.
/// </summary>
internal sealed partial class SupportingText
{
    private readonly IReadOnlyList<(string Text, HashSet<string> Words)> sentences;
    private readonly HashSet<string> words;

    public SupportingText(SummaryBrief brief)
    {
        Paragraphs = [.. brief.Body.Paragraphs.Where(paragraph => !SpeaksToAModel(paragraph))];
        sentences =
        [
            .. Paragraphs.SelectMany(paragraph => SentenceSplitter.Sentences(paragraph, brief.Language)
                .Select(range => paragraph.Substring(range.Start, range.Length))
                .Select(sentence => (sentence, ContentWords.Of(sentence)))),
        ];
        words = [.. sentences.SelectMany(sentence => sentence.Words)];
    }

    public IReadOnlyList<string> Paragraphs { get; }

    /// <returns>Share of the draft's content words that stand anywhere in the body; null when there are too few to tell.</returns>
    public double? ShareOf(string draft)
    {
        const int fewestWords = 3;
        var own = ContentWords.Of(draft);
        return own.Count < fewestWords ? null : (double)own.Count(words.Contains) / own.Count;
    }

    /// <returns>The sentence of the body that shares most with the draft, for the eye of whoever approves it.</returns>
    public string? Nearest(string draft)
    {
        var own = ContentWords.Of(draft);
        return sentences.MaxBy(sentence => own.Count(sentence.Words.Contains)).Text;
    }

    private static bool SpeaksToAModel(string paragraph)
    {
        try
        {
            return Address().IsMatch(paragraph);
        }
        catch (RegexMatchTimeoutException)
        {
            return true; // Nobody writes such a paragraph for readers.
        }
    }

    private const string Commands =
        @"\b(?:ignor\w*|disregard|forget|overrid\w+|missacht\w*|vergiss|vergessen|oubli\w+|olvid\w+|descart\w+|dimentica\w*|esque[cç]\w+|negeer|vergeet|zignoruj|zapomnij|игнорир\w+|проигнорируй\w*|забудь\w*|ігноруй\w*|проігноруй\w*)\b.{0,80}?" +
        @"\b(?:instruction\w*|prompts?|anweisung\w*|instruccion\w*|consignes?|istruzion\w*|instru[cç][oõ]e\w*|instructies?|instrukcj\w*|polece\w*|инструкци\w+|указани\w+|інструкц\w+|вказівк\w+)\b";

    private const string Addresses =
        @"\b(?:system|developer)\s+(?:prompt|message)\b|^\s*(?:system|assistant|user)\s*:|</?\s*(?:system|assistant|user|article)\b|" +
        @"\byou\s+are\s+(?:now\s+)?(?:an?\s+)?(?:ai|assistant|language\s+model|chatbot)\b|" +
        @"\b(?:note|message|attention|instructions?)\s*(?:to|for)?\s*(?:the\s+|any\s+|all\s+)?(?:ai|assistants?|language\s+models?|llms?|summari[sz]ers?|chatbots?)\b";

    private const string CommandsWithoutSpaces = @"(?:忽略|无视|無視|忘记|忘記).{0,40}?(?:指令|指示|提示|说明|說明|命令)|(?:指示|命令|プロンプト).{0,20}?(?:無視|忘れ)|تجاهل.{0,60}?(?:التعليمات|تعليمات|الأوامر)";

    [GeneratedRegex($"{Commands}|{Addresses}|{CommandsWithoutSpaces}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, matchTimeoutMilliseconds: 500)]
    private static partial Regex Address();
}
