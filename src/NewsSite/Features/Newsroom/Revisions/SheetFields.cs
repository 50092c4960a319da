using NewsSite.Features.Summaries;

namespace NewsSite.Features.Newsroom.Revisions;

/// <summary>One of the editor's fields: what it is called, how it is shown, and how it goes from one form to another.</summary>
/// <param name="Name">Of the form's property.</param>
/// <param name="Show">The field in words, with the names of sections by id; "" when it is empty.</param>
/// <param name="Copy">Takes the field from the first form over into the second.</param>
public sealed record SheetField(string Name, string Label, Func<ArticleForm, IReadOnlyDictionary<long, string>, string> Show, Action<ArticleForm, ArticleForm> Copy);

/// <summary>All of the editor's fields, in the order of its page.</summary>
public static class SheetFields
{
    public static IReadOnlyList<SheetField> All { get; } =
    [
        Text(nameof(ArticleForm.Headline), "Headline", form => form.Headline, (form, text) => form.Headline = text),
        Text(nameof(ArticleForm.Standfirst), "Standfirst", form => form.Standfirst, (form, text) => form.Standfirst = text),
        Text(nameof(ArticleForm.Body), "Text", form => form.Body, (form, text) => form.Body = text),
        new(nameof(ArticleForm.Summary), "Summary", (form, _) => SentencesOf(form), (from, to) => to.Summary = from.Summary),
        new(nameof(ArticleForm.OffersSummary), "Summary box", (form, _) => form.OffersSummary ? "offered" : "not offered", (from, to) => to.OffersSummary = from.OffersSummary),
        new(nameof(ArticleForm.Section), "Section", (form, sections) => form.Section is { } id ? sections.GetValueOrDefault(id, "none that exists") : "", (from, to) => to.Section = from.Section),
        Text(nameof(ArticleForm.Byline), "Byline", form => form.Byline, (form, text) => form.Byline = text),
        Text(nameof(ArticleForm.Tags), "Tags", form => form.Tags, (form, text) => form.Tags = text),
        Text(nameof(ArticleForm.PublishAt), "Publish time", form => form.PublishAt, (form, text) => form.PublishAt = text),
        Text(nameof(ArticleForm.Slug), "Address", form => form.Slug, (form, text) => form.Slug = text),
        Text(nameof(ArticleForm.Language), "Language", form => form.Language, (form, text) => form.Language = text),
        Text(nameof(ArticleForm.EmbargoUntil), "Embargo until", form => form.EmbargoUntil, (form, text) => form.EmbargoUntil = text),
        Text(nameof(ArticleForm.Series), "Series", form => form.Series, (form, text) => form.Series = text),
        Text(nameof(ArticleForm.TranslationOf), "Translation of", form => form.TranslationOf, (form, text) => form.TranslationOf = text),
        Text(nameof(ArticleForm.Picture), "Picture", form => form.Picture, (form, text) => form.Picture = text),
        Text(nameof(ArticleForm.PictureAlt), "Picture: description", form => form.PictureAlt, (form, text) => form.PictureAlt = text),
        new(nameof(ArticleForm.PictureIsDecorative), "Picture: tells nothing more", (form, _) => form.PictureIsDecorative ? "yes" : "no", (from, to) => to.PictureIsDecorative = from.PictureIsDecorative),
        Text(nameof(ArticleForm.PictureCaption), "Picture: caption", form => form.PictureCaption, (form, text) => form.PictureCaption = text),
        Text(nameof(ArticleForm.PictureCredit), "Picture: credit", form => form.PictureCredit, (form, text) => form.PictureCredit = text),
        Text(nameof(ArticleForm.Notes), "Notes", form => form.Notes, (form, text) => form.Notes = text),
    ];

    private static SheetField Text(string name, string label, Func<ArticleForm, string?> read, Action<ArticleForm, string?> write) =>
        new(name, label, (form, _) => read(form) ?? "", (from, to) => write(to, read(from)));

    private static string SentencesOf(ArticleForm form) =>
        string.IsNullOrWhiteSpace(form.Summary) ? "picked automatically"
        : SummaryChoice.TryParse(form.Summary, out var choice, out _) && choice is not null ? string.Join('\n', choice.Sentences.Select(sentence => sentence.Text))
        : form.Summary;
}
