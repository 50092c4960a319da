using NewsSite.Markup;

namespace NewsSite.Features.Newsroom.Checks;

/// <summary>Does each picture say what it shows, and who made it?</summary>
internal static class PictureChecks
{
    public static IReadOnlyList<CheckItem> Alternatives(ChecklistInput input, BodyParts? parts)
    {
        var missing = Lead(input.Picture).Concat(InText(parts)).ToList();
        return missing.Count > 0 ? missing : [new CheckItem("alt", true, true, "Each picture is described, or marked as decorative.", nameof(ArticleForm.PictureAlt))];
    }

    public static IReadOnlyList<CheckItem> Credits(ChecklistInput input, BodyParts? parts)
    {
        var missing = (parts?.PicturesWithoutCredit ?? [])
            .Select(number => new CheckItem("credit", false, false, $"Picture {number} in the text has no credit.", nameof(ArticleForm.Body))).ToList();
        if (input.Picture is { } lead && string.IsNullOrWhiteSpace(lead.Credit))
            missing.Insert(0, new CheckItem("credit", false, false, "The picture over the article has no credit.", nameof(ArticleForm.PictureCredit)));
        return missing.Count > 0 ? missing : [new CheckItem("credit", false, true, "No picture lacks a credit.", nameof(ArticleForm.PictureCredit))];
    }

    private static IEnumerable<CheckItem> Lead(CheckedPicture? picture) =>
        picture is null or { IsDecorative: true } || !string.IsNullOrWhiteSpace(picture.Alt)
            ? []
            : [new CheckItem("alt", true, false, "The picture over the article has no description. Write one, or mark it decorative.", nameof(ArticleForm.PictureAlt))];

    private static IEnumerable<CheckItem> InText(BodyParts? parts) =>
        (parts?.PicturesWithoutWords ?? []).Select(number => new CheckItem(
            "alt", true, false, $"Picture {number} in the text has no description. Write one between its square brackets, or write “decorative” there.", nameof(ArticleForm.Body)));
}
