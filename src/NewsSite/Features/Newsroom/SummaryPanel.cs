using NewsSite.Domain.Articles;

namespace NewsSite.Features.Newsroom;

/// <summary>What the editor sees of the summary, beside the text.</summary>
public sealed record SummaryPanel
{
    public required IReadOnlyList<PanelSentence> Sentences { get; init; }

    /// <summary>Sentences of the text that the summary does not have, the fittest first.</summary>
    public required IReadOnlyList<PanelPlace> Alternatives { get; init; }

    /// <summary>Nobody has changed what was picked.</summary>
    public required bool IsAutomatic { get; init; }

    /// <summary>A person said that they have read it against the text as it stands.</summary>
    public required bool IsChecked { get; init; }

    /// <summary>One line in words: how many sentences, and whether they stand in the text.</summary>
    public required string State { get; init; }

    /// <summary>What readers are told under it; null while they get none.</summary>
    public required string? Label { get; init; }

    /// <summary>BCP 47 of <see cref="Label"/>.</summary>
    public required string SiteLanguage { get; init; }

    /// <summary>BCP 47 of the sentences.</summary>
    public required string Language { get; init; }

    /// <summary>What is wrong with the field as posted, for the field <c>Summary</c>; null when nothing is.</summary>
    public required string? Complaint { get; init; }

    /// <summary>The sentences as the form's field would carry them: what a change starts from.</summary>
    public required string Choice { get; init; }

    /// <summary>Of the text that the panel was made for.</summary>
    public required string BodyHash { get; init; }

    /// <summary>As it would be kept now; null when there is none.</summary>
    public required ArticleSummary? Summary { get; init; }

    public bool IsStale => Summary is { IsStale: true };
}

/// <param name="Number">From 1.</param>
/// <param name="Place">Where it stands in the text, or that it does not.</param>
/// <param name="Source">The sentence of the text that it rewrites, to be read beside it; null when it is one, or has none.</param>
/// <param name="Findings">What to look at again, each in words.</param>
public sealed record PanelSentence(int Number, string Text, string Place, string? Source, IReadOnlyList<string> Findings);

/// <summary>A sentence of the text and where it stands.</summary>
public sealed record PanelPlace(string Text, string Place);
