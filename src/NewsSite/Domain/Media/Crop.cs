namespace NewsSite.Domain.Media;

/// <summary>The shapes that a picture is cut to.</summary>
public enum Crop
{
    /// <summary>As it is.</summary>
    Whole,

    /// <summary>16:9.</summary>
    Wide,

    /// <summary>4:3.</summary>
    Standard,

    /// <summary>1:1.</summary>
    Square,

    /// <summary>4:5, upright.</summary>
    Portrait,
}

/// <param name="Left">Pixels cut off on the left.</param>
/// <param name="Top">Pixels cut off above.</param>
/// <param name="Width">Pixels that stay.</param>
/// <param name="Height">Pixels that stay.</param>
public readonly record struct CropArea(int Left, int Top, int Width, int Height)
{
    /// <summary>The largest area of a crop's shape in a picture, as near to having the focus in its middle as the picture's edges allow.</summary>
    /// <param name="width">Pixels of the picture.</param>
    /// <param name="height">Pixels of the picture.</param>
    public static CropArea Of(Crop crop, int width, int height, Focus focus)
    {
        var (across, down) = RatioOf(crop);
        if (across == 0) return new(0, 0, width, height);

        // In long: a picture of 40,000 pixels across times 16 is still a number.
        var cutWidth = (int)Math.Max(1, Math.Min(width, (long)height * across / down));
        var cutHeight = (int)Math.Max(1, Math.Min(height, (long)width * down / across));
        return new(Start(width, cutWidth, focus.X), Start(height, cutHeight, focus.Y), cutWidth, cutHeight);
    }

    /// <summary>Where a part of a length begins that has a point in its middle, as far as the ends allow.</summary>
    /// <param name="percent">Of the whole: the point.</param>
    public static int Start(int whole, int part, int percent) => Math.Clamp((int)((long)whole * percent / 100) - (part / 2), 0, whole - part);

    private static (int Across, int Down) RatioOf(Crop crop) => crop switch
    {
        Crop.Whole => (0, 0),
        Crop.Wide => (16, 9),
        Crop.Standard => (4, 3),
        Crop.Square => (1, 1),
        Crop.Portrait => (4, 5),
        _ => throw new ArgumentOutOfRangeException(nameof(crop), crop, null),
    };
}
