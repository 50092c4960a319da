using System.Globalization;
using AngleSharp.Dom;

namespace NewsSite.Markup;

/// <summary>Pictures come from this site only: a remote one becomes a link, an unknown one its alternative text.</summary>
internal static class Pictures
{
    /// <summary>Of a picture that tells nothing which the text does not.</summary>
    public const string DecorativeClass = "decorative";

    public static void Shape(IElement body, Func<string, PictureFile?> findPicture)
    {
        foreach (var picture in body.QuerySelectorAll("img"))
        {
            var source = picture.GetAttribute("src") ?? "";
            if (findPicture(Uri.UnescapeDataString(source)) is { } file) Fill(picture, file);
            else Stand(picture, source);
        }
    }

    private static void Fill(IElement picture, PictureFile file)
    {
        picture.SetAttribute("src", file.Url);
        picture.SetAttribute("width", file.Width.ToString(CultureInfo.InvariantCulture));
        picture.SetAttribute("height", file.Height.ToString(CultureInfo.InvariantCulture));
        picture.SetAttribute("loading", "lazy");
        picture.SetAttribute("decoding", "async");
        var alt = picture.GetAttribute("alt") ?? "";
        // Markdown knows no other way to say that the empty words are meant.
        if (string.Equals(alt.Trim(), "decorative", StringComparison.OrdinalIgnoreCase)) (alt, picture.ClassName) = ("", DecorativeClass);
        picture.SetAttribute("alt", alt);
    }

    private static void Stand(IElement picture, string source)
    {
        var words = picture.GetAttribute("alt") is { Length: > 0 } alt ? alt : picture.GetAttribute("title") ?? "";
        var target = LinkTarget.Of(source);
        if (target is not { IsExternal: true } || picture.Closest("a") is not null)
        {
            picture.Replace(picture.Owner!.CreateTextNode(words));
            return;
        }

        var link = picture.Owner!.CreateElement("a");
        link.SetAttribute("href", source);
        link.TextContent = words.Length > 0 ? words : target.Display;
        picture.Replace(link);
    }
}
