using System.Xml;
using System.Xml.Linq;
using ImageMagick;
using NetVips;
using NewsSite.Domain;
using NewsSite.Domain.Media;

namespace NewsSite.Features.Media.Intake;

/// <summary>
/// What a photograph's file says of caption, credit, copyright and terms: IPTC IIM 4.2 first, where agencies write, then XMP (ISO 16684-1),
/// then EXIF 2.32. Whatever cannot be read is as if it were not there.
/// </summary>
internal static class EmbeddedWords
{
    private const int MaxProfileBytes = 1024 * 1024;

    private const int IptcResource = 0x0404;

    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private static readonly XNamespace Rights = "http://ns.adobe.com/xap/1.0/rights/";

    public static AssetWords Of(Image image)
    {
        var (iptc, exif, xmp) = (Iptc(Profile(image, "iptc-data")), Exif(Profile(image, "exif-data")), Xmp(Profile(image, "xmp-data")));
        return new AssetWords(
            First(iptc?.GetValue(IptcTag.Caption)?.Value, Xmp(xmp, Dc + "description"), exif?.GetValue(ExifTag.ImageDescription)?.Value),
            Both(
                First(iptc?.GetValue(IptcTag.Byline)?.Value, Xmp(xmp, Dc + "creator"), exif?.GetValue(ExifTag.Artist)?.Value),
                First(iptc?.GetValue(IptcTag.Credit)?.Value, Xmp(xmp, Photoshop + "Credit"))),
            First(iptc?.GetValue(IptcTag.CopyrightNotice)?.Value, Xmp(xmp, Dc + "rights"), exif?.GetValue(ExifTag.Copyright)?.Value),
            First(Xmp(xmp, Rights + "UsageTerms")));
    }

    private static byte[]? Profile(Image image, string name) =>
        image.Contains(name) && image.Get(name) is byte[] { Length: > 0 and <= MaxProfileBytes } profile ? profile : null;

    private static IptcProfile? Iptc(byte[]? profile) => Try(profile, bytes =>
    {
        // In a photograph it lies in a resource of Photoshop, in other files it stands by itself.
        var bare = bytes.AsSpan().IndexOf("8BIM"u8) < 0 ? bytes : new EightBimProfile(bytes).Values.FirstOrDefault(resource => resource.Id == IptcResource)?.ToByteArray();
        var read = bare is null ? null : new IptcProfile(bare);
        return read?.Values.Any() is true ? read : null;
    });

    private static ExifProfile? Exif(byte[]? profile) => Try(profile, bytes =>
    {
        var read = new ExifProfile(bytes);
        return read.Values.Any() ? read : null;
    });

    private static XElement? Xmp(byte[]? profile) => Try(profile, bytes =>
    {
        // Without its own hands, a document could unpack itself or ask for others.
        var rules = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxProfileBytes };
        using var reader = XmlReader.Create(new MemoryStream(bytes), rules);
        return XDocument.Load(reader).Root;
    });

    private static string? Xmp(XElement? root, XName name)
    {
        var found = root?.Descendants(name).FirstOrDefault();
        if (found is null) return root?.Descendants(Rdf + "Description").Select(each => each.Attribute(name)?.Value).FirstOrDefault(value => value is not null);

        // One text in several languages, or several names.
        var items = found.Descendants(Rdf + "li").Select(item => item.Value.Trim()).Where(item => item.Length > 0).ToList();
        return items.Count == 0 ? found.Value : found.Descendants(Rdf + "Alt").Any() ? items[0] : string.Join(", ", items);
    }

    // These profiles come from anybody: what their readers make of nonsense is not ours to name.
#pragma warning disable CA1031
    private static T? Try<T>(byte[]? profile, Func<byte[], T?> read)
        where T : class
    {
        try
        {
            return profile is null ? null : read(profile);
        }
        catch (Exception)
        {
            return null;
        }
    }
#pragma warning restore CA1031

    private static string? Both(string? name, string? house) =>
        name is null || house is null || name.Contains(house, StringComparison.OrdinalIgnoreCase) ? name ?? house : Clean($"{name} / {house}");

    private static string? First(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            if (Clean(value) is { } text) return text;
        }

        return null;
    }

    private static string? Clean(string? value)
    {
        var text = CleanText.OneLine(value ?? "").Trim();
        if (text.Length > Asset.MaxTextLength) text = text[..(char.IsHighSurrogate(text[Asset.MaxTextLength - 1]) ? Asset.MaxTextLength - 1 : Asset.MaxTextLength)];
        return text.Length > 0 ? text : null;
    }
}
