using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NetVips;
using NewsSite.Domain.Media;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Media;

/// <summary>What a page says of its pictures, and what their addresses answer.</summary>
public sealed class PictureDeliveryTests : IAsyncLifetime
{
    private readonly EditionFolder edition = new();
    private NewsApp app = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < 4; i++) await File.WriteAllBytesAsync(Path.Combine(edition.Path, "media", $"{i}.jpg"), TestPicture.Jpeg(i, 1500, 1000), Ct);
        edition.Add(Story.Dated("storm", NewsApp.Noon.AddHours(-1)) with
        {
            Body = $"{Story.DefaultBody}\n\n![A crane](media/1.jpg \"A crane | Ada Fenwick\")\n\n![decorative](media/2.jpg)\n![A quay](media/3.jpg)\n",
            More = "image:\n  path: media/0.jpg\n  alt: A wave\n  caption: At night\n  credit: Ada Fenwick",
        });
        app = NewsApp.On(edition);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Every_picture_offers_its_sizes_and_keeps_its_place()
    {
        var page = await app.PageAsync("/harbour/storm");

        var pictures = page.QuerySelectorAll("main img").ToList();
        Assert.Equal(["A wave", "A crane", "", "A quay"], pictures.Select(picture => picture.GetAttribute("alt")));
        Assert.All(pictures, picture =>
        {
            Assert.Equal(("1500", "1000"), (picture.GetAttribute("width"), picture.GetAttribute("height")));
            Assert.Matches("^[05af]{3}$", picture.GetAttribute("data-tone"));
            Assert.Null(picture.GetAttribute("style"));
            var source = picture.ParentElement!.QuerySelector("source")!;
            Assert.Equal(("PICTURE", "image/webp"), (picture.ParentElement.TagName, source.GetAttribute("type")));
            Assert.Equal([320, 480, 640, 960, 1280, 1500], Widths(source));
            Assert.Equal([320, 480, 640, 960, 1280, 1500], Widths(picture));
            Assert.NotNull(picture.GetAttribute("sizes"));
        });
        Assert.Equal("high", pictures[0].GetAttribute("fetchpriority"));
        Assert.All(pictures.Skip(1), picture => Assert.Equal("lazy", picture.GetAttribute("loading")));
        Assert.Equal(["A wave", "A crane"], page.QuerySelectorAll("figure:has(figcaption) img").Select(picture => picture.GetAttribute("alt")));
        Assert.Equal(2, page.QuerySelectorAll(".body .gallery > figure").Length);
    }

    [Fact]
    public async Task Every_address_that_a_page_offers_answers_with_a_picture_of_that_width()
    {
        var page = await app.PageAsync("/harbour/storm");
        var front = await app.PageAsync("/");

        foreach (var offer in page.QuerySelectorAll("main .picture [srcset]").Take(2).Concat(front.QuerySelectorAll("main [srcset]")).SelectMany(Offers))
        {
            using var answer = await app.GetAsync(offer.Url);

            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{offer.Url} {answer.StatusCode}");
            Assert.Equal(offer.Url.EndsWith("webp", StringComparison.Ordinal) ? "image/webp" : "image/jpeg", answer.Content.Headers.ContentType!.ToString());
            using var picture = Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync(Ct));
            Assert.Equal(offer.Width, picture.Width);
            var ratio = offer.Url.Contains("standard-", StringComparison.Ordinal) ? 4.0 / 3 : 1.5;
            Assert.InRange((double)picture.Width / picture.Height, ratio * .99, ratio * 1.01);
        }
    }

    [Fact]
    public async Task An_address_is_for_ever_and_may_be_asked_for_in_parts_or_whether_it_changed()
    {
        var url = $"/media/{await FileAsync()}/640.webp";

        using var whole = await app.GetAsync(url);
        var bytes = await whole.Content.ReadAsByteArrayAsync(Ct);
        using var part = await AskAsync(url, request => request.Headers.Range = new RangeHeaderValue(10, 19));
        using var unchanged = await AskAsync(url, request => request.Headers.IfNoneMatch.Add(whole.Headers.ETag!));
        using var beyond = await AskAsync(url, request => request.Headers.Range = new RangeHeaderValue(10_000_000, null));
        using var head = await AskAsync(url, request => request.Method = HttpMethod.Head);

        Assert.Equal("public, max-age=31536000, immutable", whole.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[10..20], await part.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal((HttpStatusCode.OK, (long?)bytes.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", whole.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("641.webp")]
    [InlineData("1920.webp")]
    [InlineData("640.png")]
    [InlineData("wide-333-50-50.webp")]
    [InlineData("..%2f..%2fnews.db")]
    [InlineData("640.webp/640.webp")]
    public async Task No_size_is_made_but_those_of_the_set(string rendition)
    {
        var before = Kept();
        using var answer = await app.GetAsync($"/media/{await FileAsync()}/{rendition}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(before, Kept());
    }

    [Fact]
    public async Task A_size_is_made_once_however_many_ask_for_it_at_once()
    {
        var url = $"/media/{await FileAsync()}/square-640-50-50.webp";
        var before = Kept();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => app.GetAsync(url)));
        var made = Kept().Except(before).ToList();
        var file = Assert.Single(made);
        File.SetLastWriteTimeUtc(Path.Combine(app.DataFolder, file), DateTime.UnixEpoch);
        using var later = await app.GetAsync(url);

        Assert.All(answers.Append(later), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(Path.Combine(app.DataFolder, file)));
    }

    [Fact]
    public async Task A_new_aim_shows_in_new_addresses_and_the_old_ones_lead_there()
    {
        var file = await FileAsync();
        await app.WithDatabaseAsync(async db =>
        {
            (await db.Assets.SingleAsync(asset => asset.File == file, Ct)).Aim(Focus.At(0, 100));
            return await db.SaveChangesAsync(Ct);
        });

        var lead = (await app.PageAsync("/")).QuerySelector(".lead img")!;
        using var old = await app.GetAsync($"/media/{file}/standard-640-50-50.webp");

        Assert.Equal($"/media/{file}/standard-960-0-100.jpg", lead.GetAttribute("src"));
        Assert.Equal((HttpStatusCode.Found, $"/media/{file}/standard-640-0-100.webp", true), (old.StatusCode, old.Headers.Location!.OriginalString, old.Headers.CacheControl!.NoStore));
        using var left = Image.NewFromBuffer(await (await app.GetAsync($"/media/{file}/square-640-0-100.jpg")).Content.ReadAsByteArrayAsync(Ct));
        Assert.True(left.Getpoint(1, 320)[0] < 10, "the left edge is gone");
    }

    private static List<int> Widths(IElement element) => [.. Offers(element).Select(offer => offer.Width)];

    private static IEnumerable<(string Url, int Width)> Offers(IElement element) => element.GetAttribute("srcset")!.Split(", ").Select(each => each.Split(' '))
        .Select(each => (each[0], int.Parse(each[1].TrimEnd('w'), CultureInfo.InvariantCulture)));

    private Task<string> FileAsync() => app.WithDatabaseAsync(db => db.Articles.Select(article => article.Picture!.File).SingleAsync(Ct));

    private List<string> Kept() => [.. Directory.EnumerateFiles(Path.Combine(app.DataFolder, "media"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(app.DataFolder, file)).Order(StringComparer.Ordinal)];

    private Task<HttpResponseMessage> AskAsync(string url, Action<HttpRequestMessage> change)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        change(request);
        return app.Client.SendAsync(request, Ct);
    }
}
