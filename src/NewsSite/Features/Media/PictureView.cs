using NewsSite.Domain.Articles;
using NewsSite.Domain.Media;
using NewsSite.Features.Media.Renditions;
using NewsSite.Markup;

namespace NewsSite.Features.Media;

/// <summary>A picture as a page shows it.</summary>
/// <param name="File">Its name.</param>
/// <param name="Alt">Empty for a decorative picture.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record PictureView(string File, string Alt, string? Caption, string? Credit, int Width, int Height)
{
    // Sharp on a telephone and light on an old one: what browsers without srcset get.
    private const int PlainWidth = 960;

    public Focus Focus { get; init; } = Focus.Centre;

    /// <summary>See <see cref="Asset.Tone"/>; null when it is not known.</summary>
    public string? Tone { get; init; }

    /// <summary>What stands before its name in its addresses.</summary>
    public string Root { get; init; } = SiteUrls.MediaPrefix;

    public static PictureView? Of(Picture? picture, AssetFacts? facts = null) => picture is null
        ? null
        : new PictureView(picture.File, picture.Alt, picture.Caption, picture.Credit, picture.Width, picture.Height) { Focus = facts?.Focus ?? Focus.Centre, Tone = facts?.Tone };

    public static PictureView Of(StoredPicture picture) =>
        new(picture.File, "", null, null, picture.Width, picture.Height) { Focus = picture.Focus, Tone = picture.Tone };

    /// <summary>Pixels of what a crop leaves.</summary>
    public CropArea Area(Crop crop) => CropArea.Of(crop, Width, Height, Focus);

    /// <summary>All sizes of a crop in one format, as the <c>srcset</c> attribute lists them.</summary>
    /// <param name="format">webp, or what <see cref="PlainFormat"/> says.</param>
    public string Sources(Crop crop, string format) =>
        string.Join(", ", Rendition.WidthsFor(Area(crop).Width).Select(width => $"{Address(crop, width, format)} {width}w"));

    /// <summary>The one address for whoever knows nothing else.</summary>
    public string Plain(Crop crop) =>
        Address(crop, Rendition.WidthsFor(Area(crop).Width) is var widths && widths.Any(width => width >= PlainWidth) ? widths.First(width => width >= PlainWidth) : widths[^1], PlainFormat);

    /// <summary>What every browser reads.</summary>
    public string PlainFormat => File[(File.LastIndexOf('.') + 1)..] is "jpg" ? "jpg" : "png";

    /// <summary>As a text shows it: whole.</summary>
    internal PictureFile ToFile() => new(Plain(Crop.Whole), Width, Height)
    {
        WebpSources = Sources(Crop.Whole, Rendition.Webp),
        PlainSources = Sources(Crop.Whole, PlainFormat),
        Tone = Tone,
    };

    private string Address(Crop crop, int width, string format) =>
        $"{Root}/{File}/{new Rendition(crop, width, crop is Crop.Whole ? Focus.Centre : Focus, format).Name}";
}

/// <summary>What a list of articles needs to know of a picture besides the article's own words.</summary>
public sealed record AssetFacts(Focus Focus, string Tone)
{
    /// <returns>Null when the library does not know the picture.</returns>
    public static AssetFacts? Of(int? focusX, int? focusY, string? tone) => focusX is { } x && focusY is { } y && tone is not null ? new AssetFacts(new Focus(x, y), tone) : null;
}
