using AngleSharp.Dom;

namespace NewsSite.Markup;

/// <summary>
/// A picture alone in its paragraph is a figure; its title is the caption, with the credit at the end. Several in one paragraph, and nothing else, are a gallery.
/// </summary>
internal static class Figures
{
    public static void Shape(IElement body)
    {
        foreach (var paragraph in body.QuerySelectorAll("p"))
        {
            if (!HoldsOnlyPictures(paragraph)) continue;
            var pictures = paragraph.Children.Where(c => c.LocalName is not "br").ToArray();
            paragraph.Replace(pictures.Length == 1 ? Figure(pictures[0]) : Gallery(pictures));
        }

        foreach (var picture in body.QuerySelectorAll("img[title]")) picture.RemoveAttribute("title");
    }

    private static bool HoldsOnlyPictures(IElement paragraph) =>
        paragraph.Children.Any(IsPicture)
        && paragraph.ChildNodes.All(n => n is IText { Data: var text } ? string.IsNullOrWhiteSpace(text) : n is IElement e && (IsPicture(e) || e.LocalName is "br"));

    private static bool IsPicture(IElement element) =>
        element.LocalName is "img"
        || (element.LocalName is "a" && element.Children is [{ LocalName: "img" }] && string.IsNullOrWhiteSpace(element.TextContent));

    private static IElement Gallery(IElement[] pictures)
    {
        var gallery = pictures[0].Owner!.CreateElement("div");
        gallery.ClassName = Pictures.GalleryClass;
        foreach (var picture in pictures) gallery.AppendChild(Figure(picture));
        return gallery;
    }

    private static IElement Figure(IElement picture)
    {
        var figure = picture.Owner!.CreateElement("figure");
        figure.ClassName = "picture";
        var image = picture.LocalName is "img" ? picture : picture.Children[0];
        var title = image.GetAttribute("title") ?? "";
        figure.AppendChild(picture);
        if (title.Length > 0) figure.AppendChild(Caption(PictureCaption.Of(title), picture.Owner!));
        return figure;
    }

    private static IElement Caption(PictureCaption words, IDocument document)
    {
        var caption = document.CreateElement("figcaption");
        caption.TextContent = words.Credit.Length > 0 && words.Caption.Length > 0 ? words.Caption + " " : words.Caption;
        if (words.Credit.Length is 0) return caption;

        var credit = document.CreateElement("span");
        credit.ClassName = "credit";
        credit.TextContent = words.Credit;
        caption.AppendChild(credit);
        return caption;
    }
}
