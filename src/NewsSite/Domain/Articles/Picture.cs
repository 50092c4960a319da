namespace NewsSite.Domain.Articles;

/// <summary>The picture over an article.</summary>
/// <param name="File">Name in the media folder.</param>
/// <param name="Alt">What it shows, for those who do not see it; empty when decorative.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record Picture(string File, string Alt, string? Caption, string? Credit, int Width, int Height)
{
    public const int MaxTextLength = 1000;
}
