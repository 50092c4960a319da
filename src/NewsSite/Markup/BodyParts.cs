using AngleSharp.Dom;

namespace NewsSite.Markup;

/// <summary>What a body links to and shows, for those who check it before it goes out.</summary>
/// <param name="Links">Addresses as written into the page, each once, in order.</param>
/// <param name="Ids">All that a link within the body can lead to.</param>
/// <param name="PictureWords">The alternative texts.</param>
/// <param name="PicturesWithoutWords">Which pictures, counted from 1, neither describe themselves nor are marked as decorative.</param>
/// <param name="PicturesWithoutCredit">Which of those that stand alone, counted in the same way, do not say who made them.</param>
public sealed record BodyParts(
    IReadOnlyList<string> Links, IReadOnlySet<string> Ids, IReadOnlyList<string> PictureWords, IReadOnlyList<int> PicturesWithoutWords,
    IReadOnlyList<int> PicturesWithoutCredit)
{
    /// <param name="html">A <see cref="RenderedBody.Html"/>, with or without sentence marks.</param>
    public static BodyParts Of(string html)
    {
        var body = BodyRenderer.Parse(html);
        var pictures = body.QuerySelectorAll("img");
        return new BodyParts(
            [.. body.QuerySelectorAll("a[href]:not(.back)").Select(link => link.GetAttribute("href")!).Distinct(StringComparer.Ordinal)],
            body.QuerySelectorAll("[id]").Select(element => element.Id!).ToHashSet(StringComparer.Ordinal),
            [.. pictures.Select(AltOf).Where(alt => alt.Length > 0)],
            [.. pictures.Index().Where(p => AltOf(p.Item).Length == 0 && !p.Item.ClassList.Contains(Pictures.DecorativeClass)).Select(p => p.Index + 1)],
            [.. pictures.Index().Where(p => p.Item.Closest("figure") is { } figure && figure.QuerySelector(".credit") is null).Select(p => p.Index + 1)]);
    }

    private static string AltOf(IElement picture) => picture.GetAttribute("alt")?.Trim() ?? "";
}
