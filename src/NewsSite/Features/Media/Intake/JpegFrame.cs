using System.Buffers.Binary;

namespace NewsSite.Features.Media.Intake;

/// <summary>Markers and segments by ITU-T T.81, annex B.</summary>
internal static class JpegFrame
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    // Each scan of a progressive picture is decoded over the whole of it; cameras and programs write a dozen.
    private const int MaxScans = 100;

    public static ReadOnlySpan<byte> Start => [0xFF, 0xD8, 0xFF];

    public static PictureScan Read(ReadOnlySpan<byte> file)
    {
        var (at, scans, width, height) = (2, 0, 0, 0);
        while (true)
        {
            var marker = MarkerAt(file, ref at);
            if (marker == EndOfImage) break;

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
            if (length < 2) throw PictureScan.Broken();
            var segment = file.Slice(at, length);
            if (IsFrame(marker)) (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
            at += length;
            if (marker != StartOfScan) continue;
            if (++scans > MaxScans) throw new PictureFormatException($"is drawn in over {MaxScans} steps. Save it anew and try again.");
            at += EndOfScan(file[at..]);
        }

        if (scans == 0) throw PictureScan.Broken();
        if (!IsHarmless(file[at..])) throw PictureScan.Tail(file.Length - at);
        return new PictureScan("JPEG", width, height, 1);
    }

    private static byte MarkerAt(ReadOnlySpan<byte> file, ref int at)
    {
        if (at >= file.Length) throw PictureScan.CutOff();
        if (file[at] != 0xFF) throw PictureScan.Broken();
        while (at < file.Length && file[at] == 0xFF) at++; // any number of them may stand before a marker
        if (at >= file.Length) throw PictureScan.CutOff();
        return file[at++];
    }

    // In coded data an FF is followed by 00 or by a restart marker.
    private static int EndOfScan(ReadOnlySpan<byte> coded)
    {
        for (var at = 0; ; at += 2)
        {
            var next = coded[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= coded.Length) throw PictureScan.CutOff();
            at += next;
            if (coded[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7))) return at;
        }
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // Cameras put a preview or a second or two of film behind the picture, and some fill up with zeros; neither reaches what is kept.
    private static bool IsHarmless(ReadOnlySpan<byte> tail) =>
        tail.StartsWith(Start) || (tail.Length > 8 && tail[4..].StartsWith("ftyp"u8)) || tail.IndexOfAnyExcept((byte)0) < 0;
}
