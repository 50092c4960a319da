using System.Buffers.Binary;

namespace NewsSite.Features.Media.Intake;

/// <summary>Boxes by ISO/IEC 14496-12; sizes are those of the ispe boxes of ISO/IEC 23008-12.</summary>
internal static class AvifFrame
{
    private static readonly int[] SizePath = [0x6D657461, 0x69707270, 0x6970636F]; // meta, iprp, ipco

    public static bool IsAvif(ReadOnlySpan<byte> file) =>
        file.Length > 16 && file[4..].StartsWith("ftyp"u8) && (file[8..].StartsWith("avif"u8) || file[8..].StartsWith("avis"u8));

    public static PictureScan Read(ReadOnlySpan<byte> file)
    {
        var (width, height) = (0, 0);
        Walk(file, depth: 0, ref width, ref height);
        return new PictureScan("AVIF", width, height, 1);
    }

    private static void Walk(ReadOnlySpan<byte> boxes, int depth, ref int width, ref int height)
    {
        while (!boxes.IsEmpty)
        {
            var length = LengthOf(boxes, out var head);
            var name = BinaryPrimitives.ReadInt32BigEndian(boxes[4..]);
            var data = boxes[head..length];
            if (depth < SizePath.Length && name == SizePath[depth]) Walk(depth == 0 ? data[4..] : data, depth + 1, ref width, ref height);
            else if (depth == SizePath.Length && name == 0x69737065) // ispe
                (width, height) = (Math.Max(width, BinaryPrimitives.ReadInt32BigEndian(data[4..])), Math.Max(height, BinaryPrimitives.ReadInt32BigEndian(data[8..])));
            boxes = boxes[length..];
        }
    }

    private static int LengthOf(ReadOnlySpan<byte> boxes, out int head)
    {
        if (boxes.Length < 8) throw PictureScan.CutOff();
        (var length, head) = ((long)BinaryPrimitives.ReadUInt32BigEndian(boxes), 8);
        if (length == 1) (length, head) = (BinaryPrimitives.ReadInt64BigEndian(boxes[8..]), 16);
        if (length == 0) length = boxes.Length; // to the end
        if (length < head) throw PictureScan.Broken();
        return length <= boxes.Length ? (int)length : throw PictureScan.CutOff();
    }
}
