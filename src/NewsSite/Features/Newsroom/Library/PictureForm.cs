using System.ComponentModel.DataAnnotations;
using NewsSite.Domain.Media;

namespace NewsSite.Features.Newsroom.Library;

/// <summary>What is said of a picture.</summary>
public sealed class PictureForm
{
    private const string TooLong = "Use at most {1} characters.";
    private const string NoPercent = "Give a number from 0 to 100.";

    [StringLength(Asset.MaxTextLength, ErrorMessage = TooLong)]
    [DataType(DataType.MultilineText)]
    public string? Caption { get; set; }

    [StringLength(Asset.MaxTextLength, ErrorMessage = TooLong)]
    public string? Credit { get; set; }

    [StringLength(Asset.MaxTextLength, ErrorMessage = TooLong)]
    public string? Copyright { get; set; }

    [StringLength(Asset.MaxTextLength, ErrorMessage = TooLong)]
    public string? Licence { get; set; }

    /// <summary>Percent from the left.</summary>
    [Range(0, 100, ErrorMessage = NoPercent)]
    public int FocusX { get; set; } = Focus.Centre.X;

    /// <summary>Percent from above.</summary>
    [Range(0, 100, ErrorMessage = NoPercent)]
    public int FocusY { get; set; } = Focus.Centre.Y;

    /// <summary>Of what the form was opened with.</summary>
    public int Version { get; set; }

    public static PictureForm Of(Asset asset) => new()
    {
        Caption = asset.Caption,
        Credit = asset.Credit,
        Copyright = asset.Copyright,
        Licence = asset.Licence,
        FocusX = asset.Focus.X,
        FocusY = asset.Focus.Y,
        Version = asset.Version,
    };
}

/// <summary>Asks that a picture be deleted; done only once it is confirmed.</summary>
public sealed class DeletePictureForm
{
    public bool Confirmed { get; set; }

    public int Version { get; set; }
}
