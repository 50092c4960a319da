using System.Globalization;
using AngleSharp.Dom;

namespace NewsSite.Markup;

/// <summary>Pictures come from this site only: a remote one becomes a link, an unknown one its alternative text.</summary>
internal static class Pictures
{
    /// <summary>Of a picture that tells nothing which the text does not.</summary>
    public const string DecorativeClass = "decorative";

    /// <summary>Of one that stands with others.</summary>
    public const string GalleryClass = "gallery";

    /// <summary>How wide the style sheet lets a picture in a text become.</summary>
    public const string Sizes = "(min-width: 48em) 43rem, 94vw";

    private const string WebpSources = "data-webp";

    public static void Shape(IElement body, Func<string, PictureFile?> findPicture)
    {
        foreach (var picture in body.QuerySelectorAll("img"))
        {
            var source = picture.GetAttribute("src") ?? "";
            if (findPicture(Uri.UnescapeDataString(source)) is { } file) Fill(picture, file);
            else Stand(picture, source);
        }
    }

    /// <summary>Last of all: what looks at a body before sees an image, and not what stands around it.</summary>
    public static void OfferSizes(IElement body)
    {
        foreach (var picture in body.QuerySelectorAll($"img[{WebpSources}]"))
        {
            var frame = picture.Owner!.CreateElement("picture");
            var source = picture.Owner!.CreateElement("source");
            source.SetAttribute("type", "image/webp");
            source.SetAttribute("srcset", picture.GetAttribute(WebpSources)!);
            source.SetAttribute("sizes", Sizes);
            picture.RemoveAttribute(WebpSources);
            picture.Replace(frame);
            frame.Append(source, picture);
        }
    }

    private static void Fill(IElement picture, PictureFile file)
    {
        picture.SetAttribute("src", file.Url);
        if (file.WebpSources is { } webp) picture.SetAttribute(WebpSources, webp);
        if (file.PlainSources is { } plain)
        {
            picture.SetAttribute("srcset", plain);
            picture.SetAttribute("sizes", Sizes);
        }

        if (file.Tone is { } tone) picture.SetAttribute("data-tone", tone);
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
