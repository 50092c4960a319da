using System.Buffers.Binary;
using System.IO.Compression;

namespace NewsSite.Features.Media.Intake;

/// <summary>Chunks by the W3C's PNG specification, third edition.</summary>
internal static class PngFrame
{
    // A codec unpacks words and colour profiles whole: a few bytes can stand for gigabytes.
    private const int MaxUnpacked = 4 * 1024 * 1024;

    public static ReadOnlySpan<byte> Start => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static PictureScan Read(ReadOnlySpan<byte> file)
    {
        var (at, width, height, frames, unpacked) = (Start.Length, -1, -1, 1, 0);
        while (true)
        {
            if (at + 12 > file.Length) throw PictureScan.CutOff();
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (length < 0) throw PictureScan.Broken();
            var name = file.Slice(at + 4, 4);
            var data = file.Slice(at + 8, length);
            at += 12 + length;
            if (at > file.Length) throw PictureScan.CutOff();
            if (width < 0 && !name.SequenceEqual("IHDR"u8)) throw PictureScan.Broken();
            if (name.SequenceEqual("IHDR"u8)) (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
            else if (name.SequenceEqual("acTL"u8)) frames = BinaryPrimitives.ReadInt32BigEndian(data);
            else if (name.SequenceEqual("IEND"u8)) break;
            else unpacked += Unpacked(name, data, MaxUnpacked - unpacked);
        }

        if (at < file.Length) throw PictureScan.Tail(file.Length - at);
        return new PictureScan("PNG", width, height, Math.Max(1, frames));
    }

    private static int Unpacked(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data, int left)
    {
        if (!name.SequenceEqual("zTXt"u8) && !name.SequenceEqual("iCCP"u8) && !name.SequenceEqual("iTXt"u8)) return 0;

        var words = data.IndexOf((byte)0) + 1;
        if (words == 0) return 0;
        var isInternational = name.SequenceEqual("iTXt"u8);
        if (isInternational && (data.Length < words + 2 || data[words] == 0)) return 0; // not packed
        var packed = data[Math.Min(data.Length, words + (isInternational ? 2 : 1))..];
        if (isInternational) packed = AfterZero(AfterZero(packed));
        return Count(packed, left);
    }

    private static ReadOnlySpan<byte> AfterZero(ReadOnlySpan<byte> data) => data[(data.IndexOf((byte)0) + 1)..];

    private static int Count(ReadOnlySpan<byte> packed, int left)
    {
        Span<byte> buffer = stackalloc byte[4096];
        using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        var count = 0;
        try
        {
            while (stream.Read(buffer) is > 0 and var read)
            {
                count += read;
                if (count > left) throw new PictureFormatException($"holds over {MaxUnpacked / 1024 / 1024} MB of packed words. Save it anew and try again.");
            }
        }
        catch (InvalidDataException)
        {
            // The codec skips what cannot be unpacked.
        }

        return count;
    }
}
