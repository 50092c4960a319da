using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsSite.Domain.Media;
using NewsSite.Features.Media;
using NewsSite.Features.Shared;

namespace NewsSite.Features.ShareCards;

/// <summary>All that the picture is drawn from which other sites show beside a link to an article.</summary>
/// <param name="Language">BCP 47 of the article.</param>
/// <param name="Hue">One of the colour names in tokens.css.</param>
/// <param name="PictureFile">Name of the picture over the article; null for a card of type alone.</param>
/// <param name="FocusX">Per cent from the left: what must stay in sight of the picture.</param>
/// <param name="FocusY">Per cent from the top.</param>
public sealed record ShareCard(
    long ArticleId, string Headline, string Language, string SectionName, string Hue, string SiteName, string? PictureFile, int FocusX = 50, int FocusY = 50)
{
    /// <summary>Pixels, as every large network asks for.</summary>
    public const int Width = 1200;

    /// <summary>Pixels.</summary>
    public const int Height = 630;

    /// <summary>To be raised with every change of the drawing: a card that was sent may be kept for a year.</summary>
    private const int Design = 1;

    private const int MarkLength = 32;

    /// <summary>SHA-256 in hexadecimal of what it is drawn from, and of how.</summary>
    public string Key => KeyOf(Design, Headline, Language, SectionName, Hue, SiteName, PictureFile ?? "", FocusX, FocusY);

    /// <summary>The beginning of <see cref="Key"/>, which stands in the address.</summary>
    public string Mark => Key[..MarkLength];

    public string Url => SiteUrls.Card(ArticleId, Mark);

    public static ShareCard Of(long articleId, string headline, string language, SectionLink section, string siteName, PictureView? picture)
    {
        var focus = picture?.Focus ?? Focus.Centre;
        return new(articleId, headline, language, section.Name, section.Hue, siteName, picture?.File, focus.X, focus.Y);
    }

    // Each part says its length first: no two lists of parts are written alike.
    private static string KeyOf(params object[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(
        parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)!).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}"))))));
}
