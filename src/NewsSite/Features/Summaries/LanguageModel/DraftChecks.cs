using NewsSite.Markup;
using NewsSite.Summaries;

namespace NewsSite.Features.Summaries.LanguageModel;

/// <summary>
/// What an answer has to pass before a person sees it as a draft. Each check errs towards refusing: the picked sentences are a good summary too.
/// </summary>
internal static class DraftChecks
{
    public const int MaxSentences = 3;
    public const int MaxWords = 75;
    public const int MaxSentenceWords = 45;

    // A word may be any length; a line of a summary may not.
    private const int MaxCharacters = 900;

    /// <summary>
    /// Share of a sentence's content words that the body must hold. Measured on 3,933 summary sentences that people wrote for 1,000 English news articles:
    /// .7 refuses one in seven of them (the freest) and lets pass one in a thousand of those written for another article; .6 one in twelve, and eight in a thousand.
    /// </summary>
    private const double LeastShared = .7;

    private const string EndMarks = ".!?…。！？｡؟۔।॥։";
    private const string Closers = "\"'”’“»«)）」』›‹";

    public static CheckedDraft Read(string answer, SummaryBrief brief)
    {
        var text = answer.Trim();
        if (text.Length == 0) return new NoDraft(NoDraftReason.NoAnswer);
        if (text.Length > MaxCharacters) return new NoDraft(NoDraftReason.TooLong);
        if (PlainText.Complaint(text) is { } markup) return new NoDraft(NoDraftReason.NotPlain, markup);

        var sentences = Sentences(text, brief.Language);
        var why = FormComplaint(sentences, brief) ?? ContentComplaint(sentences, brief);
        return why ?? new CheckedDraft(sentences, null);
    }

    private static NoDraft? FormComplaint(List<string> sentences, SummaryBrief brief)
    {
        if (sentences.Count > MaxSentences) return new NoDraft(NoDraftReason.TooManySentences);
        if (sentences.Sum(WordCount.Of) > MaxWords || sentences.Exists(sentence => WordCount.Of(sentence) > MaxSentenceWords)) return new NoDraft(NoDraftReason.TooLong);
        // Thai, for one, ends its sentences without a mark.
        if (brief.Body.Paragraphs.Any(HasEnd) && sentences.Find(sentence => !HasEnd(sentence)) is { } open) return new NoDraft(NoDraftReason.Unfinished, open);

        var bare = sentences.ConvertAll(ContentWords.Bare);
        if (bare.Distinct(StringComparer.Ordinal).Count() < bare.Count) return new NoDraft(NoDraftReason.Repetitive);
        return bare.Contains(ContentWords.Bare(brief.Headline), StringComparer.Ordinal) ? new NoDraft(NoDraftReason.RepeatsHeadline) : null;
    }

    private static NoDraft? ContentComplaint(List<string> sentences, SummaryBrief brief)
    {
        if (!WritingSystems.AreAlike(string.Concat(sentences), string.Concat(brief.Body.Paragraphs))) return new NoDraft(NoDraftReason.WrongScript);

        var support = new SupportingText(brief);
        foreach (var sentence in sentences)
        {
            if (!(support.ShareOf(sentence) >= LeastShared)) return new NoDraft(NoDraftReason.FarFromBody, sentence);
            if (SummaryGuard.Check(sentence, support.Paragraphs, brief.Language) is [var claim, ..])
                return new NoDraft(NoDraftReason.Unsupported, $"{claim.Kind.ToString().ToLowerInvariant()} “{claim.Text}”");
        }

        return null;
    }

    private static List<string> Sentences(string text, string language) =>
    [
        .. text.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(line => SentenceSplitter.Sentences(line, language).Select(range => line.Substring(range.Start, range.Length)))
            .Select(sentence => string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
    ];

    private static bool HasEnd(string sentence) => sentence.TrimEnd().TrimEnd(Closers.ToCharArray()) is [.., var last] && EndMarks.Contains(last, StringComparison.Ordinal);
}

/// <param name="Sentences">As they would be shown; empty when <paramref name="Why"/> is set.</param>
internal sealed record CheckedDraft(IReadOnlyList<string> Sentences, NoDraft? Why)
{
    public static implicit operator CheckedDraft(NoDraft why) => new([], why);
}
