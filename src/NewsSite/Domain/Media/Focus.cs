namespace NewsSite.Domain.Media;

/// <summary>The point of a picture that every crop keeps, in percent from its left and upper edges.</summary>
/// <param name="X">0 to 100.</param>
/// <param name="Y">0 to 100.</param>
public readonly record struct Focus(int X, int Y)
{
    public static Focus Centre => new(50, 50);

    /// <summary>The nearest point within the picture.</summary>
    public static Focus At(int x, int y) => new(Math.Clamp(x, 0, 100), Math.Clamp(y, 0, 100));
}
