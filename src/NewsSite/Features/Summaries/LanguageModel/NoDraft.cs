using System.Globalization;

namespace NewsSite.Features.Summaries.LanguageModel;

/// <summary>Why there are no words of a language model; the picked sentences stay.</summary>
public enum NoDraftReason
{
    NotConfigured,
    NoSuchArticle,
    SwitchedOff,
    OwnSummary,
    TooShort,
    NothingWaiting,
    ArticleChanged,
    NoName,

    TimedOut,
    Unreachable,
    Refused,
    Redirected,
    AnswerTooLarge,
    Unreadable,
    NoAnswer,
    CutOff,
    NotWords,

    KeyInAnswer,
    NotPlain,
    WrongScript,
    TooManySentences,
    TooLong,
    Unfinished,
    Repetitive,
    RepeatsHeadline,
    Unsupported,
    FarFromBody,
}

/// <param name="Detail">What was found, for the person who asked: it may quote the answer and belongs in no log.</param>
/// <param name="Status">HTTP status, where that was the reason.</param>
public sealed record NoDraft(NoDraftReason Reason, string? Detail = null, int? Status = null)
{
    /// <summary>An English sentence for the person who asked.</summary>
    public override string ToString()
    {
        var more = Detail ?? Status?.ToString(CultureInfo.InvariantCulture);
        return more is null ? Sentence + "." : $"{Sentence}: {more}";
    }

    private string Sentence => Reason switch
    {
        NoDraftReason.NotConfigured => "No language model is configured (NewsSite:LanguageModel)",
        NoDraftReason.NoSuchArticle => "There is no such article",
        NoDraftReason.SwitchedOff => "This article, or its section, is shown without a summary",
        NoDraftReason.OwnSummary => "A person wrote this article's summary, and that always wins",
        NoDraftReason.TooShort => "The article is too short for a summary, or nothing in it is fit for one",
        NoDraftReason.NothingWaiting => "No draft waits for approval: ask for one without --approve, read it, and then approve it",
        NoDraftReason.ArticleChanged => "The article has changed since the draft was made: ask for a new one",
        NoDraftReason.NoName => "Whoever approves needs a name of at most 120 characters",
        NoDraftReason.TimedOut => "The endpoint took too long",
        NoDraftReason.Unreachable => "The endpoint cannot be reached, or broke off",
        NoDraftReason.Refused => "The endpoint refused with status",
        NoDraftReason.Redirected => "The endpoint pointed to another address, which is never followed; status",
        NoDraftReason.AnswerTooLarge => $"The answer was larger than {EndpointGuard.MaxAnswerBytes / 1024} KB",
        NoDraftReason.Unreadable => "The answer was not in the protocol's form",
        NoDraftReason.NoAnswer => "The answer was empty",
        NoDraftReason.CutOff => "The model did not finish",
        NoDraftReason.NotWords => "The model answered with something else than words",
        NoDraftReason.KeyInAnswer => "The answer held the key of the endpoint",
        NoDraftReason.NotPlain => "The draft is not plain text",
        NoDraftReason.WrongScript => "The draft is not in the article's script",
        NoDraftReason.TooManySentences => $"The draft has more than {DraftChecks.MaxSentences} sentences",
        NoDraftReason.TooLong => $"The draft is longer than {DraftChecks.MaxWords} words, or one sentence than {DraftChecks.MaxSentenceWords}",
        NoDraftReason.Unfinished => "A sentence of the draft has no end",
        NoDraftReason.Repetitive => "The draft says the same twice",
        NoDraftReason.RepeatsHeadline => "The draft repeats the headline",
        NoDraftReason.Unsupported => "The article does not support",
        NoDraftReason.FarFromBody => "The draft is too far from the article's own words",
        _ => Reason.ToString(),
    };
}
