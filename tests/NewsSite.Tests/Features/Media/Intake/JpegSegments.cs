using System.Buffers.Binary;

namespace NewsSite.Tests.Features.Media.Intake;

/// <summary>Puts words into a photograph, as cameras and agencies do.</summary>
internal static class JpegSegments
{
    private const byte App1 = 0xE1;
    private const byte App13 = 0xED;

    public static byte[] Into(byte[] jpeg, byte[]? exif, byte[]? iptc, byte[]? xmp) =>
    [
        .. jpeg[..2],
        .. exif is null ? [] : Segment(App1, exif),
        .. xmp is null ? [] : Segment(App1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. xmp]),
        .. iptc is null ? [] : Segment(App13, [.. "Photoshop 3.0\0"u8, .. Resource(iptc)]),
        .. jpeg[2..],
    ];

    // A resource of Photoshop: its number 0404 stands for IPTC.
    private static byte[] Resource(byte[] iptc)
    {
        if (iptc.AsSpan().StartsWith("8BIM"u8)) return iptc;
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, iptc.Length);
        return [.. "8BIM"u8, 4, 4, 0, 0, .. length, .. iptc, .. new byte[iptc.Length % 2]];
    }

    private static byte[] Segment(byte marker, byte[] data)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(data.Length + 2));
        return [0xFF, marker, .. length, .. data];
    }
}
