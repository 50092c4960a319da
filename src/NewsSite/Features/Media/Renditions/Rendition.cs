using System.Globalization;
using System.Text.RegularExpressions;
using NewsSite.Domain.Media;

namespace NewsSite.Features.Media.Renditions;

/// <summary>One size of a picture, as its address names it: <c>640.webp</c>, or <c>wide-640-50-35.jpg</c> for a crop around a point.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Focus">Always the centre for a whole picture.</param>
/// <param name="Format">webp, jpg or png.</param>
public sealed partial record Rendition(Crop Crop, int Width, Focus Focus, string Format)
{
    public const string Webp = "webp";

    private static readonly int[] Widths = [320, 480, 640, 960, 1280, 1920, 2560];

    public string Name => Crop is Crop.Whole
        ? string.Create(CultureInfo.InvariantCulture, $"{Width}.{Format}")
        : string.Create(CultureInfo.InvariantCulture, $"{Crop.ToString().ToLowerInvariant()}-{Width}-{Focus.X}-{Focus.Y}.{Format}");

    /// <summary>The widths that are made of an area of a picture: those of the fixed set that it fills, and its own or the largest.</summary>
    /// <param name="width">Pixels of the area.</param>
    public static IReadOnlyList<int> WidthsFor(int width) => [.. Widths.Where(each => each * 10 < Math.Min(width, Widths[^1]) * 9), Math.Min(width, Widths[^1])];

    /// <param name="name">Anybody's word.</param>
    /// <returns>Null for what no picture has.</returns>
    public static Rendition? TryParse(string name)
    {
        if (Pattern().Match(name) is not { Success: true } found) return null;

        var crop = found.Groups["crop"] is { Success: true } shape ? Enum.Parse<Crop>(shape.Value, ignoreCase: true) : Crop.Whole;
        var focus = crop is Crop.Whole ? Focus.Centre : new Focus(Number(found, "x"), Number(found, "y"));
        var rendition = new Rendition(crop, Number(found, "width"), focus, found.Groups["format"].Value);
        return rendition.Name == name ? rendition : null; // one address each: no leading zeros
    }

    private static int Number(Match found, string group) => int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<crop>wide|standard|square|portrait)-(?<width>\d{1,4})-(?<x>\d{1,3})-(?<y>\d{1,3})|(?<width>\d{1,4}))\.(?<format>webp|jpg|png)\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
