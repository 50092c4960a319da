using System.Text;
using ImageMagick;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using NewsSite.Domain.Media;
using NewsSite.Features.Media;
using NewsSite.Features.Media.Blobs;
using NewsSite.Features.Media.Intake;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Media.Intake;

/// <summary>What becomes of a picture on its way into the library.</summary>
public sealed class IntakeTests : IDisposable
{
    private readonly NewsApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("jpg", "jpg")]
    [InlineData("png", "jpg")]
    [InlineData("webp", "jpg")]
    [InlineData("gif", "jpg")]
    [InlineData("avif", "jpg")]
    [InlineData("clear.png", "png")]
    [InlineData("clear.webp", "png")]
    public async Task Each_kind_is_taken_and_made_anew(string kind, string kept)
    {
        var asset = await app.Services.ShelveAsync(Encode(kind));

        using var master = await MasterAsync(asset);
        Assert.Equal((32, 24, kept), (asset.Width, asset.Height, asset.File.Split('.')[1]));
        Assert.Equal((32, 24, kept == "png" ? 4 : 3), (master.Width, master.Height, master.Bands));
        // Red grows to the right, green downwards.
        Assert.True(master.Getpoint(30, 12)[0] > master.Getpoint(1, 12)[0] + 100);
        Assert.True(master.Getpoint(16, 22)[1] > master.Getpoint(16, 1)[1] + 100);
    }

    [Fact]
    public async Task Of_a_moving_picture_the_first_frame_is_kept()
    {
        using var frames = Image.Arrayjoin([Colour(255, 0, 0), Colour(0, 0, 255)], across: 1);
        using var moving = frames.Mutate(mutable => mutable.Set(GValue.GIntType, "page-height", 16));

        using var master = await MasterAsync(await app.Services.ShelveAsync(moving.GifsaveBuffer()));

        Assert.Equal((16, 16), (master.Width, master.Height));
        Assert.True(master.Getpoint(8, 8) is [> 200, < 60, < 60]);
    }

    [Fact]
    public async Task A_photograph_is_turned_upright_and_says_nothing_of_where_it_was_taken()
    {
        var asset = await app.Services.ShelveAsync(Photograph(exif =>
        {
            exif.SetValue(ExifTag.Orientation, (ushort)6);
            exif.SetValue(ExifTag.GPSLatitude, [new Rational(51), new Rational(13), new Rational(31)]);
            exif.SetValue(ExifTag.Artist, "Ada Fenwick");
            exif.SetValue(ExifTag.Copyright, "© 2026 The Courier");
            exif.SetValue(ExifTag.ImageDescription, "The mole at dawn");
        }));

        using var master = await MasterAsync(asset);
        Assert.Equal((24, 32), (master.Width, master.Height));
        // Turned a quarter to the right: what grew to the right grows downwards.
        Assert.True(master.Getpoint(12, 30)[0] > master.Getpoint(12, 1)[0] + 100);
        Assert.Equal(("The mole at dawn", "Ada Fenwick", "© 2026 The Courier"), (asset.Caption, asset.Credit, asset.Copyright));
        Assert.DoesNotContain(master.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal) || field.StartsWith("iptc", StringComparison.Ordinal) || field.StartsWith("xmp", StringComparison.Ordinal));
        Assert.DoesNotContain("Fenwick", Encoding.Latin1.GetString(await BytesAsync(asset)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_agencies_write_into_a_photograph_comes_before_what_the_camera_does()
    {
        var iptc = new IptcProfile();
        foreach (var (tag, value) in new[] { (IptcTag.Caption, "Ferries wait out the storm"), (IptcTag.Byline, "Ines Maddern"), (IptcTag.Credit, "Harbour Press"), (IptcTag.CopyrightNotice, "Harbour Press 2026") }) iptc.SetValue(tag, value);
        const string xmp = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Another caption</rdf:li></rdf:Alt></dc:description>
            <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">For one year, in print and online</rdf:li></rdf:Alt></xmpRights:UsageTerms>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            """;

        var asset = await app.Services.ShelveAsync(Photograph(exif => exif.SetValue(ExifTag.ImageDescription, "DSC_0001"), iptc.ToByteArray(), Encoding.UTF8.GetBytes(xmp)));

        Assert.Equal(
            ("Ferries wait out the storm", "Ines Maddern / Harbour Press", "Harbour Press 2026", "For one year, in print and online"),
            (asset.Caption, asset.Credit, asset.Copyright, asset.Licence));
    }

    [Fact]
    public async Task Words_that_unpack_themselves_are_not_read()
    {
        const string laughs = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>&b;</dc:description></x>""";

        Assert.Null((await app.Services.ShelveAsync(Photograph(_ => { }, xmp: Encoding.UTF8.GetBytes(laughs)))).Caption);
    }

    [Fact]
    public async Task Colours_of_another_space_are_kept_as_they_look()
    {
        using var red = Colour(200, 60, 40);
        using var wide = red.IccTransform("p3", inputProfile: "srgb");
        Assert.True(Math.Abs(wide.Getpoint(8, 8)[0] - 200) > 5, "the other space writes the same red in other numbers");

        using var master = await MasterAsync(await app.Services.ShelveAsync(wide.PngsaveBuffer()));

        Assert.True(master.Getpoint(8, 8).Zip([200.0, 60, 40], (kept, meant) => Math.Abs(kept - meant)).Max() < 5, string.Join(' ', master.Getpoint(8, 8)));
    }

    [Fact]
    public async Task A_large_picture_is_kept_at_3840_pixels()
    {
        var asset = await app.Services.ShelveAsync(TestPicture.Jpeg(width: 4200, height: 2100));

        Assert.Equal((3840, 1920), (asset.Width, asset.Height));
    }

    [Fact]
    public async Task The_same_file_is_one_picture_however_often_and_at_once_it_comes()
    {
        var file = TestPicture.Jpeg(7, 320, 240);

        var assets = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => app.Services.ShelveAsync(file, $"name-{number}.jpg"), Ct)));
        var again = await app.Services.ShelveAsync(await BytesAsync(assets[0]));

        Assert.Single(assets.Append(again).Select(asset => asset.Id).Distinct());
        Assert.Equal(1, await app.WithDatabaseAsync(db => db.Assets.CountAsync(asset => asset.File == assets[0].File, Ct)));
    }

    [Fact]
    public async Task Pictures_that_lie_in_the_folder_of_an_older_site_are_taken_over_under_their_names()
    {
        var folder = Directory.CreateDirectory(Path.Combine(app.DataFolder, "media")).FullName;
        string[] names = [$"{new string('a', 32)}.webp", $"{new string('b', 32)}.jpg", $"{new string('c', 32)}.png"];
        await File.WriteAllBytesAsync(Path.Combine(folder, names[0]), Encode("webp"), Ct);
        await File.WriteAllBytesAsync(Path.Combine(folder, names[1]), Photograph(exif => exif.SetValue(ExifTag.Artist, "Ada Fenwick")), Ct);
        await File.WriteAllTextAsync(Path.Combine(folder, names[2]), "no picture", Ct);

        using var later = app.Restarted();

        Assert.Equal(names[..2], await later.WithDatabaseAsync(db => db.Assets.OrderBy(asset => asset.File).Select(asset => asset.File).ToListAsync(Ct)));
        Assert.Equal([names[2]], Directory.EnumerateFiles(folder).Select(Path.GetFileName));
        await later.WithDatabaseAsync(db => db.SiteProfiles.ExecuteUpdateAsync(set => set.SetProperty(site => site.Logo, names[0]), Ct));
        using var shown = await later.GetAsync($"/media/{names[0]}/32.webp");
        Assert.Equal("image/webp", shown.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    [InlineData("avif")]
    public void A_file_that_is_cut_off_or_goes_on_is_refused(string kind)
    {
        var whole = Encode(kind);

        Assert.NotNull(PictureScan.TryRead(whole, out _));
        foreach (var length in new[] { whole.Length - 1, whole.Length * 2 / 3, whole.Length / 2, 30 })
        {
            Assert.Null(PictureScan.TryRead(whole.AsSpan(0, length), out var reason));
            Assert.Matches("^is (cut off: its end is missing|damaged: its parts do not add up)\\.$", reason);
        }

        if (kind is "avif") return; // whatever follows is one more box, and goes with the others
        Assert.Null(PictureScan.TryRead([.. whole, .. "<script>alert(1)</script>"u8], out var tail));
        Assert.StartsWith("goes on for 25 bytes after its end", tail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cameras_put_behind_a_photograph_is_let_go()
    {
        byte[] photograph = Encode("jpg"), preview = [.. photograph, .. photograph], film = [.. photograph, 0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[12]], filled = [.. photograph, .. new byte[100]];

        Assert.All([preview, film, filled], file => Assert.NotNull(PictureScan.TryRead(file, out _)));
    }

    [Fact]
    public async Task A_picture_of_over_50_million_pixels_is_refused_and_nothing_is_kept()
    {
        using var black = Image.Black(10_000, 5_001);
        await using var scope = app.Services.CreateAsyncScope();

        var outcome = await scope.ServiceProvider.GetRequiredService<AssetDesk>().TakeAsync(black.PngsaveBuffer(), "black.png", by: null, Ct);

        Assert.Equal("has over 50 million pixels. Make it smaller and try again.", outcome.Reason);
        Assert.False(Directory.Exists(Path.Combine(app.DataFolder, "media", "masters")));
    }

    private static byte[] Encode(string kind)
    {
        using var picture = Image.NewFromBuffer(TestPicture.Png(width: 32, height: 24));
        using var clear = kind.StartsWith("clear", StringComparison.Ordinal) ? picture.Bandjoin(100) : picture.Copy();
        return kind switch
        {
            "jpg" => clear.JpegsaveBuffer(),
            "png" or "clear.png" => clear.PngsaveBuffer(),
            "webp" or "clear.webp" => clear.WebpsaveBuffer(lossless: true),
            "gif" => clear.GifsaveBuffer(),
            "avif" => clear.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    private static Image Colour(double red, double green, double blue) => (Image.Black(16, 16, bands: 3) + new[] { red, green, blue }).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

    private static byte[] Photograph(Action<ExifProfile> describe, byte[]? iptc = null, byte[]? xmp = null)
    {
        var exif = new ExifProfile();
        describe(exif);
        return JpegSegments.Into(Encode("jpg"), exif.ToByteArray(), iptc, xmp);
    }

    private async Task<byte[]> BytesAsync(Asset asset) => (await app.Services.GetRequiredService<IBlobStore>().GetAsync(asset.Blob, Ct))!;

    private async Task<Image> MasterAsync(Asset asset) => Image.NewFromBuffer(await BytesAsync(asset));
}
