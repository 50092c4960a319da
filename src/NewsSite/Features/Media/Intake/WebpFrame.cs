using System.Buffers.Binary;

namespace NewsSite.Features.Media.Intake;

/// <summary>Chunks by RFC 9649.</summary>
internal static class WebpFrame
{
    private const int Head = 12;

    public static PictureScan Read(ReadOnlySpan<byte> file)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L;
        if (length > file.Length) throw PictureScan.CutOff();
        if (length < file.Length) throw PictureScan.Tail((int)(file.Length - length));

        var (at, width, height, frames, pictures) = (Head, 0, 0, 0, 0);
        while (at < file.Length)
        {
            if (at + 8 > file.Length) throw PictureScan.CutOff();
            var size = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            if (size > file.Length - at - 8) throw PictureScan.CutOff();
            var name = file.Slice(at, 4);
            var data = file.Slice(at + 8, (int)size);
            var (across, down) = SizeIn(name, data);
            (width, height) = (Math.Max(width, across), Math.Max(height, down));
            if (name.SequenceEqual("ANMF"u8)) frames++;
            if (name.StartsWith("VP8"u8) && !name.SequenceEqual("VP8X"u8)) pictures++;
            at += 8 + (int)size + (int)(size & 1); // chunks begin at even places
        }

        if (frames + pictures == 0) throw PictureScan.CutOff();
        return new PictureScan("WebP", width, height, Math.Max(1, frames));
    }

    private static (int Width, int Height) SizeIn(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        if (name.SequenceEqual("VP8X"u8)) return (1 + Read24(data[4..]), 1 + Read24(data[7..]));
        if (name.SequenceEqual("ANMF"u8)) return (1 + Read24(data[6..]), 1 + Read24(data[9..]));
        if (name.SequenceEqual("VP8 "u8)) return (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
        if (!name.SequenceEqual("VP8L"u8)) return (0, 0);

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
    }

    private static int Read24(ReadOnlySpan<byte> data) => data[0] | (data[1] << 8) | (data[2] << 16);
}
