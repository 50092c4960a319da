using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

/// <summary>How a band on the front page sets its stories, so that no column stays empty.</summary>
/// <param name="Index">Place of the band on the page; every other one is mirrored.</param>
public sealed record BandView(FrontBand Band, int Index)
{
    private const int MostBesidePicture = 2;

    /// <summary>The first story with a picture; null when the band is set in columns of text.</summary>
    public StoryView? Pictured => Band.Stories.FirstOrDefault(story => story.Picture is not null);

    public IReadOnlyList<StoryView> Others => [.. Band.Stories.Where(story => story != Pictured)];

    /// <summary>Few others: the pictured story's words stand beside its picture, and the others below them.</summary>
    public bool WordsBesidePicture => Others.Count <= MostBesidePicture;

    /// <summary>Whether the others show their standfirsts: they do when the column would otherwise end far above the picture's.</summary>
    public bool RoomyList => Others.Count is 1 or 3 or 4;

    public bool Mirrored => Index % 2 == 1;
}
