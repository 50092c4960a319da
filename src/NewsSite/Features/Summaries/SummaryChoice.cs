using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Summaries;

namespace NewsSite.Features.Summaries;

/// <summary>The sentences that a person wants as the summary, in their order; without a choice they are picked automatically.</summary>
/// <remarks>The editor's form carries it as JSON: <c>{"sentences":[{"text":"…","source":"…"}],"made":"…","checked":"…"}</c>.</remarks>
public sealed record SummaryChoice
{
    public const int MaxSentences = 6;

    /// <summary>In UTF-16 code units.</summary>
    public const int MaxSentenceLength = 600;

    private const int MaxJsonLength = 60_000;
    private const int MaxReadSentences = 50;
    private const string NotReadable = "The choice of sentences cannot be read. Choose them again.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = 4,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it stands in an attribute, which is encoded as a whole
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public required IReadOnlyList<ChosenSentence> Sentences { get; init; }

    /// <summary>Hash of the body that was in view when the words last changed; null when nobody knows.</summary>
    public string? Made { get; init; }

    /// <summary>Hash of the body against which a person said they have read the words.</summary>
    public string? Checked { get; init; }

    /// <summary>The body that the words were last held against.</summary>
    [JsonIgnore]
    public string? Against => Checked ?? Made;

    /// <summary>Reads the form's field. Anybody may have written it.</summary>
    /// <param name="choice">Null when the field is empty or cannot be read; set, though too long, when only a limit was passed.</param>
    /// <param name="complaint">For the person who chose; null when all is well.</param>
    /// <returns>Whether all is well.</returns>
    public static bool TryParse(string? json, out SummaryChoice? choice, [NotNullWhen(false)] out string? complaint)
    {
        (choice, complaint) = (null, null);
        if (string.IsNullOrWhiteSpace(json)) return true;

        choice = Read(json);
        complaint = choice is null ? NotReadable : Complaint(choice);
        return complaint is null;
    }

    /// <summary>What can be read of the form's field, its limits aside: good enough to be looked at.</summary>
    /// <returns>Null when it is empty or cannot be read.</returns>
    public static SummaryChoice? OfField(string? json) => string.IsNullOrWhiteSpace(json) ? null : Read(json);

    /// <returns>Null for a summary that was picked automatically: it is picked anew.</returns>
    public static SummaryChoice? Of(ArticleSummary? summary) => summary is null or { Origin: SummaryOrigin.Picked }
        ? null
        : new SummaryChoice
        {
            Sentences = [.. summary.Sentences.Select(s => new ChosenSentence(s.Text, s.Source ?? (s.Anchor is null ? null : s.Text)))],
            Made = summary.BodyHash.Length > 0 ? summary.BodyHash : null,
        };

    /// <summary>Running text of a person's own.</summary>
    /// <returns>Null when there is none.</returns>
    public static SummaryChoice? OfText(string? text, string language) => string.IsNullOrWhiteSpace(text)
        ? null
        : new SummaryChoice
        {
            Sentences = [.. SentenceSplitter.Sentences(text, language).Select(range => new ChosenSentence(text.Substring(range.Start, range.Length), null))],
        };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static SummaryChoice? Read(string json)
    {
        if (json.Length > MaxJsonLength) return null;

        try
        {
            return JsonSerializer.Deserialize<SummaryChoice>(Encoding.UTF8.GetBytes(json), Json) is { Sentences: { Count: <= MaxReadSentences } sentences } read
                && sentences.All(s => !string.IsNullOrWhiteSpace(s?.Text)) && IsHash(read.Made) && IsHash(read.Checked)
                ? read with { Sentences = [.. sentences.Select(Tidy)] }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Complaint(SummaryChoice choice)
    {
        if (choice.Sentences.Count == 0) return "The summary has no sentence. Add one, or go back to automatic.";
        if (choice.Sentences.Count > MaxSentences) return $"The summary has {choice.Sentences.Count} sentences; {MaxSentences} are the most. Remove some.";

        var tooLong = choice.Sentences.Index().FirstOrDefault(s => s.Item.Text.Length > MaxSentenceLength);
        return tooLong.Item is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"Sentence {tooLong.Index + 1} of the summary has {tooLong.Item.Text.Length} characters; {MaxSentenceLength} are the most.");
    }

    private static ChosenSentence Tidy(ChosenSentence sentence) =>
        new(OneLine(sentence.Text), string.IsNullOrWhiteSpace(sentence.Source) ? null : OneLine(sentence.Source));

    // As the body's prose is read: only then can a sentence be found in it again.
    private static string OneLine(string text) =>
        string.Join(' ', CleanText.Lines(text).Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static bool IsHash(string? text) => text is null || (text.Length == 64 && text.All(char.IsAsciiHexDigitLower));
}

/// <param name="Text">As readers see it.</param>
/// <param name="Source">The sentence of the body that it stands for, equal to the text when verbatim; null when written freely.</param>
public sealed record ChosenSentence(string Text, string? Source);
