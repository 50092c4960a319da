using System.Globalization;
using NewsSite.Domain.Articles;
using NewsSite.Features.Summaries;
using NewsSite.Markup;
using NewsSite.Resources;
using NewsSite.Summaries;

namespace NewsSite.Features.Newsroom;

/// <summary>Draws the summary panel for what stands in the editor now. It asks no database.</summary>
public sealed class SummaryPanelMaker(SummaryMaker maker, ISummarizer summarizer)
{
    private const int MaxAlternatives = 8;

    public SummaryPanel Make(SummaryPanelRequest request)
    {
        _ = SummaryChoice.TryParse(request.Field, out var choice, out var complaint);
        var brief = new SummaryBrief(request.Headline, request.Standfirst, request.Language, request.Markdown, request.Body, choice, choice is null ? null : request.Editor);
        var draft = maker.Make(brief);
        var summary = draft is null ? null : request.Standing?.RevisedBy(draft.Summary) ?? draft.Summary;
        var now = SummaryMaker.BodyHash(request.Markdown);
        var sentences = Sentences(draft, brief);
        return new SummaryPanel
        {
            Sentences = sentences,
            Alternatives = Alternatives(brief, sentences),
            IsAutomatic = choice is null,
            IsChecked = choice?.Checked == now,
            State = request.IsOffered ? State(draft, choice) : "Readers are offered no summary.",
            Label = summary is null || !request.IsOffered ? null : Label(summary, request.SiteLanguage),
            SiteLanguage = request.SiteLanguage,
            Language = request.Language,
            Complaint = complaint,
            Choice = (choice ?? Automatic(draft)).ToJson(),
            BodyHash = now,
            Summary = request.IsOffered ? summary : null,
        };
    }

    private static SummaryChoice Automatic(SummaryDraft? draft) =>
        new() { Sentences = [.. draft?.Sources.Select(source => new ChosenSentence(source.Text, source.Text)) ?? []] };

    private static List<PanelSentence> Sentences(SummaryDraft? draft, SummaryBrief brief) =>
        [.. (draft?.Sources ?? []).Index().Select(s => new PanelSentence(
            s.Index + 1, s.Item.Text, PlaceOf(s.Item, brief), s.Item is { IsVerbatim: false, Source: { } source } && source != s.Item.Text ? source : null, Findings(s.Item, brief)))];

    private static string PlaceOf(SummarySource source, SummaryBrief brief) => source switch
    {
        { IsFree: true } => "Written freely",
        { At: null } => "No longer in the text",
        { IsVerbatim: true, At: var at } => PlaceOf(at, brief),
        { At: var at } => "Rewrites " + char.ToLowerInvariant(PlaceOf(at, brief)[0]) + PlaceOf(at, brief)[1..],
    };

    private static string PlaceOf(Passage at, SummaryBrief brief)
    {
        var sentences = SentenceSplitter.Sentences(brief.Body.Paragraphs[at.Paragraph], brief.Language);
        var number = sentences.Count(sentence => sentence.Start <= at.Start);
        return string.Create(CultureInfo.InvariantCulture, $"Paragraph {at.Paragraph + 1}, sentence {Math.Max(1, number)}");
    }

    private static List<string> Findings(SummarySource source, SummaryBrief brief)
    {
        var findings = new List<string>();
        if (source.IsVerbatim) return findings;
        if (source.IsLost) findings.Add(source.Source == source.Text ? "The text no longer has this sentence." : "The text no longer has the sentence that this one rewrites.");
        findings.AddRange(SummaryFindings.Of(source.Text, brief.Body.PlainText, brief.Language).Select(finding => finding.Words));
        return findings;
    }

    private List<PanelPlace> Alternatives(SummaryBrief brief, List<PanelSentence> used)
    {
        var taken = used.SelectMany(sentence => new[] { sentence.Text, sentence.Source }).ToHashSet();
        var article = new ArticleText(brief.Body.Paragraphs, brief.Headline, brief.Standfirst, brief.Language);
        return [.. summarizer.Rank(article, MaxAlternatives + (2 * used.Count))
            .Where(sentence => !taken.Contains(sentence.Text))
            .Take(MaxAlternatives)
            .Select(sentence => new PanelPlace(sentence.Text, PlaceOf(new Passage(sentence.Paragraph, sentence.Start, sentence.Length), brief)))];
    }

    private static string State(SummaryDraft? draft, SummaryChoice? choice)
    {
        if (draft is null)
        {
            return choice is null
                ? $"No sentences are picked: the text has fewer than {SummaryMaker.MinProseWords} words of prose, or none fit to stand alone."
                : "The summary has no sentence.";
        }

        var count = draft.Sources.Count;
        var other = draft.Sources.Count(source => !source.IsVerbatim);
        var number = Number(count) + (count == 1 ? " sentence" : " sentences");
        var picked = choice is null ? ", picked automatically" : "";
        return other == 0 ? $"{number}{picked}, {(count == 1 ? "just" : "each")} as it stands in the text."
            : other == count ? $"{number}, {(count == 1 ? "not" : "none")} as it stands in the text."
            : $"{number}, {Number(other).ToLowerInvariant()} of them not as it stands in the text.";
    }

    private static string Number(int count) => count switch
    {
        1 => "One",
        2 => "Two",
        3 => "Three",
        4 => "Four",
        5 => "Five",
        6 => "Six",
        _ => count.ToString(CultureInfo.InvariantCulture),
    };

    private static string Label(ArticleSummary summary, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var made = string.Format(culture, Labels.Get("Summary" + summary.Making, culture), summary.Editor ?? Labels.Get("TheNewsroom", culture));
        return summary.IsStale ? $"{made} {Labels.Get("SummaryStale", culture)}" : made;
    }
}

/// <summary>What stands in the editor.</summary>
public sealed record SummaryPanelRequest
{
    public required string Headline { get; init; }

    public string? Standfirst { get; init; }

    /// <summary>BCP 47 of the text.</summary>
    public required string Language { get; init; }

    /// <summary>BCP 47 of the readers' labels.</summary>
    public required string SiteLanguage { get; init; }

    public required string Markdown { get; init; }

    /// <summary>Rendered from <see cref="Markdown"/>.</summary>
    public required RenderedBody Body { get; init; }

    /// <summary>The form's field <c>Summary</c>, just as posted.</summary>
    public string? Field { get; init; }

    /// <summary>False when readers get no summary box.</summary>
    public bool IsOffered { get; init; } = true;

    /// <summary>Name of whoever edits.</summary>
    public required string Editor { get; init; }

    /// <summary>The summary that the article has now: its unchanged words keep their credit.</summary>
    public ArticleSummary? Standing { get; init; }
}
