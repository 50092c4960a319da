using NewsSite.Domain.Media;
using NewsSite.Features.Media;

namespace NewsSite.Features.Newsroom.Library;

/// <summary>What somebody looks for in the library.</summary>
/// <param name="Words">As typed; any text is safe.</param>
/// <param name="Before">Of the last picture of the page before.</param>
public sealed record LibraryQuery(string? Words, LibraryPart Part, DeskMark? Before)
{
    public const int MaxWordsLength = 100;
}

public enum LibraryPart
{
    All,

    /// <summary>Those that the one who asks has brought.</summary>
    Mine,

    WithoutCredit,

    /// <summary>Shown by nothing, written or published.</summary>
    Unused,
}

/// <summary>One page of the library, newest first.</summary>
/// <param name="More">Asks for the next page; null on the last.</param>
public sealed record LibraryView(IReadOnlyList<AssetRow> Rows, DeskMark? More);

/// <param name="Uses">How many things show it.</param>
public sealed record AssetRow(long Id, string Name, string? Caption, string? Credit, string? AddedBy, DateTimeOffset AddedAt, PictureView Picture, int Uses)
{
    internal static AssetRow Of(Asset asset, int uses) =>
        new(asset.Id, asset.Name, asset.Caption, asset.Credit, asset.AddedBy, asset.AddedAt, PictureView.Of(StoredPicture.Of(asset)), uses);

    /// <summary>What it is called where there is room for one line.</summary>
    public string Title => Caption ?? Name;
}
