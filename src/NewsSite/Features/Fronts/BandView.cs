using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

/// <summary>How a band on the front page sets its stories, so that no column stays empty.</summary>
/// <param name="Index">Place of the band on the page; every other one is mirrored.</param>
public sealed record BandView(FrontBand Band, int Index)
{
    private const int MostBesidePicture = 2;
    private const int MostWithStandfirsts = 4;

    /// <summary>The first story with a picture; null when the band is set in columns of text.</summary>
    public StoryView? Pictured => Band.Stories.FirstOrDefault(story => story.Picture is not null);

    public IReadOnlyList<StoryView> Others => [.. Band.Stories.Where(story => story != Pictured)];

    /// <summary>Few others: the pictured story's words stand beside its picture, and the others below them.</summary>
    public bool WordsBesidePicture => Others.Count <= MostBesidePicture;

    /// <summary>A short list shows standfirsts too, to stand up to the picture beside it.</summary>
    public bool RoomyList => Others.Count <= MostWithStandfirsts;

    public bool Mirrored => Index % 2 == 1;
}
