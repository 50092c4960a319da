using NewsSite.Summaries;

namespace NewsSite.Features.Summaries;

/// <summary>Holds a sentence of a summary against the text, and says in words what the text does not bear out.</summary>
public static class SummaryFindings
{
    /// <param name="sentence">One sentence of the summary.</param>
    /// <param name="text">All that readers can read in the body, one block a line.</param>
    /// <param name="language">BCP 47 of both.</param>
    public static IReadOnlyList<SummaryFinding> Of(string sentence, string text, string language) =>
        [.. SummaryGuard.Check(sentence, text.Split('\n'), language).Distinct().Select(claim => new SummaryFinding(claim.Kind, Words(claim, sentence)))];

    private static string Words(UnsupportedClaim claim, string sentence) => claim.Kind switch
    {
        ClaimKind.Number => $"The number {claim.Text} is not in the text.",
        ClaimKind.Name => $"The name {claim.Text} is not in the text.",
        ClaimKind.Quotation => $"The words “{claim.Text}” are quoted, but not in the text.",
        _ when sentence.Contains(claim.Text, StringComparison.Ordinal) => $"The sentence says “{claim.Text}”; what the text says of this does not.",
        _ => $"The text says “{claim.Text}” of this; the sentence leaves it out.",
    };
}

/// <param name="Words">A sentence for the person who edits the summary.</param>
public sealed record SummaryFinding(ClaimKind Kind, string Words);
