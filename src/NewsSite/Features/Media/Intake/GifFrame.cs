using System.Buffers.Binary;

namespace NewsSite.Features.Media.Intake;

/// <summary>Blocks by the GIF89a specification (CompuServe 1990).</summary>
internal static class GifFrame
{
    private const byte Image = 0x2C;
    private const byte Extension = 0x21;
    private const byte Trailer = 0x3B;

    public static PictureScan Read(ReadOnlySpan<byte> file)
    {
        var (width, height, frames) = ((int)BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), (int)BinaryPrimitives.ReadUInt16LittleEndian(file[8..]), 0);
        var at = 13 + TableLength(file[10]);
        while (true)
        {
            if (at >= file.Length) throw PictureScan.CutOff();
            switch (file[at++])
            {
                case Trailer:
                    if (frames == 0) throw PictureScan.Broken();
                    if (at < file.Length) throw PictureScan.Tail(file.Length - at);
                    return new PictureScan("GIF", width, height, frames);
                case Extension:
                    at = AfterBlocks(file, at + 1);
                    break;
                case Image:
                    frames++;
                    (width, height) = (Math.Max(width, Extent(file, at, at + 4)), Math.Max(height, Extent(file, at + 2, at + 6)));
                    at = AfterBlocks(file, at + 9 + TableLength(file[at + 8]) + 1);
                    break;
                default:
                    throw PictureScan.Broken();
            }
        }
    }

    private static int Extent(ReadOnlySpan<byte> file, int offset, int length) =>
        BinaryPrimitives.ReadUInt16LittleEndian(file[offset..]) + BinaryPrimitives.ReadUInt16LittleEndian(file[length..]);

    private static int TableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int AfterBlocks(ReadOnlySpan<byte> file, int at)
    {
        while (true)
        {
            if (at >= file.Length) throw PictureScan.CutOff();
            var length = file[at];
            at += 1 + length;
            if (length == 0) return at;
        }
    }
}
