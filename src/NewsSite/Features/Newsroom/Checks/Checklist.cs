using NewsSite.Markup;

namespace NewsSite.Features.Newsroom.Checks;

/// <summary>Goes through an article before it is published. What forbids publishing and what is only worth a look are told apart.</summary>
public sealed class Checklist(LinkCheck links, TimeProvider clock)
{
    /// <summary>In characters as a reader counts them; Google's advice for the headline of a NewsArticle.</summary>
    public const int AdvisedHeadlineLength = 110;

    private const int MaxItemsPerCheck = 20;

    /// <returns>Each check at least once, in the order of the form; publishing waits while one <see cref="CheckItem.Forbids"/>.</returns>
    public async Task<IReadOnlyList<CheckItem>> RunAsync(ChecklistInput input, CancellationToken ct)
    {
        var parts = input.Body is { } body ? BodyParts.Of(body.Html) : null;
        return
        [
            .. Headline(input),
            Standfirst(input),
            new CheckItem("section", true, input.HasSection, input.HasSection ? "The article has a section." : "Choose a section.", nameof(ArticleForm.Section)),
            new CheckItem("byline", true, input.HasByline, input.HasByline ? "The article has a byline." : "Say who wrote the article.", nameof(ArticleForm.Byline)),
            Body(input),
            .. SummaryChecks.Of(input),
            .. Few("alt", PictureChecks.Alternatives(input, parts)),
            .. Few("credit", PictureChecks.Credits(input, parts)),
            .. Few("links", parts is null ? [] : await links.RunAsync(parts, input.Member, ct)),
            .. Few("leftovers", Leftovers.In(input, parts)),
            Embargo(input),
        ];
    }

    private static IEnumerable<CheckItem> Headline(ChecklistInput input)
    {
        const string Field = nameof(ArticleForm.Headline);
        if (string.IsNullOrWhiteSpace(input.Headline)) return [new CheckItem("headline", true, false, "Write a headline.", Field)];

        var length = new System.Globalization.StringInfo(input.Headline.Trim()).LengthInTextElements;
        return
        [
            new CheckItem("headline", true, true, "The article has a headline.", Field),
            length > AdvisedHeadlineLength
                ? new CheckItem("headline-length", false, false, $"The headline has {length} characters; search engines cut after {AdvisedHeadlineLength}.", Field)
                : new CheckItem("headline-length", false, true, $"The headline has {length} characters.", Field),
        ];
    }

    private static CheckItem Standfirst(ChecklistInput input)
    {
        var passed = !string.IsNullOrWhiteSpace(input.Standfirst);
        return new CheckItem("standfirst", false, passed, passed ? "The article has a standfirst." : "The article has no standfirst.", nameof(ArticleForm.Standfirst));
    }

    private static CheckItem Body(ChecklistInput input) => input switch
    {
        { Refusal: { Line: { } line } refusal } => new CheckItem("body", true, false, $"Line {line} of the text: {refusal.Reason}", nameof(ArticleForm.Body)),
        { Refusal: { } refusal } => new CheckItem("body", true, false, $"The text cannot be shown: {refusal.Reason}", nameof(ArticleForm.Body)),
        { Body.PlainText: not "" } => new CheckItem("body", true, true, "The article has a text.", nameof(ArticleForm.Body)),
        _ => new CheckItem("body", true, false, "Write the text.", nameof(ArticleForm.Body)),
    };

    private CheckItem Embargo(ChecklistInput input)
    {
        var passed = input.EmbargoUntil is not { } until || until <= (input.PublishAt ?? clock.GetUtcNow());
        return new CheckItem("embargo", true, passed, passed ? "No embargo stands in the way." : "The article would be out before its embargo ends.", nameof(ArticleForm.EmbargoUntil));
    }

    // A text with a thousand faults of one kind needs no list of a thousand.
    private static IEnumerable<CheckItem> Few(string key, IReadOnlyList<CheckItem> items) => items.Count <= MaxItemsPerCheck
        ? items
        : [.. items.Take(MaxItemsPerCheck), new CheckItem(key, items.Any(item => item.IsBlocking), false, $"And {items.Count - MaxItemsPerCheck} more of this kind.", items[0].Field)];
}
