namespace NewsSite.Domain.Articles;

/// <summary>A picture that an article shows, over its text or in it: readers may have the file once they may see such an article.</summary>
public sealed class PictureUse
{
    private PictureUse()
    {
    }

    internal PictureUse(string file) => File = file;

    public long ArticleId { get; private set; }

    /// <summary>Name in the media folder.</summary>
    public string File { get; private set; } = "";
}
