using NewsSite.Domain.Articles;
using NewsSite.Features.Summaries;
using NewsSite.Summaries;

namespace NewsSite.Features.Newsroom.Checks;

/// <summary>Is the summary fresh, and does the text bear out what it says?</summary>
internal static class SummaryChecks
{
    private const string Field = nameof(ArticleForm.Summary);

    public static IEnumerable<CheckItem> Of(ChecklistInput input)
    {
        if (input.SummaryComplaint is { } complaint) yield return new CheckItem("summary", true, false, complaint, Field);
        if (input is not { Summary: { } summary, Body: { } body }) yield break;

        yield return summary.IsStale
            ? new CheckItem("summary-fresh", false, false, "The text has changed since the summary was made. Read it against the text.", Field)
            : new CheckItem("summary-fresh", false, true, "The summary is fresh.", Field);

        var findings = Findings(summary, body.PlainText, input.Language).ToList();
        foreach (var (number, finding) in findings)
            yield return new CheckItem(Key(finding), finding.Kind is ClaimKind.Number, false, $"Summary, sentence {number}: {finding.Words}", Field);
        if (!findings.Exists(found => found.Finding.Kind is ClaimKind.Number))
            yield return new CheckItem("summary-numbers", true, true, "Each number in the summary is in the text.", Field);
        if (!findings.Exists(found => found.Finding.Kind is not ClaimKind.Number))
            yield return new CheckItem("summary-claims", false, true, "Each name and quotation in the summary is in the text.", Field);
    }

    private static string Key(SummaryFinding finding) => finding.Kind is ClaimKind.Number ? "summary-numbers" : "summary-claims";

    // What stands word for word in the text is borne out by it.
    private static IEnumerable<(int Number, SummaryFinding Finding)> Findings(ArticleSummary summary, string text, string language) =>
        summary.Sentences.Index()
            .Where(sentence => sentence.Item is { Anchor: null } or { Source: not null })
            .SelectMany(sentence => SummaryFindings.Of(sentence.Item.Text, text, language).Select(finding => (sentence.Index + 1, finding)));
}
