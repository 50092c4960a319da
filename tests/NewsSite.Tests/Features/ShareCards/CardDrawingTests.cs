using NetVips;
using NewsSite.Domain.Articles;
using NewsSite.Features.ShareCards;
using NewsSite.Tests.Architecture;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.ShareCards;

public sealed class CardDrawingTests
{
    private const int MaxBytes = 300_000;

    private static readonly byte[] Photo = File.ReadAllBytes(Path.Combine(CodeStyleTests.Root, "content/media/storm.webp"));

    private static readonly string Longest = string.Concat(Enumerable.Repeat("The harbour board votes on it once more, ", 8))[..Article.MaxHeadlineLength];

    public static TheoryData<string> Odd => ["", " ", "\u200D\u200D", "\u0301\u0302", "\u3164", "😀🏴󠁧󠁢󠁥󠁮󠁧󠁿", "<b>&amp;</b> & <", "\u202Eevil\u202C \u2066x", "\0\a\u001B[31m", "\uD800", "a\u0300\u0301" + new string('\u0302', 290), new string('m', 200), new string('\u0301', 300), new string('\uFDFA', 300), new string('ஔ', 300)];

    [Fact]
    public void A_card_is_a_PNG_of_the_size_that_networks_ask_for_and_light()
    {
        foreach (var png in (byte[][])[CardReading.Draw("The quay is raised"), CardReading.Draw(Longest, picture: Photo), CardReading.Draw("مكتبة الميناء", "ar", Photo)])
        {
            Assert.Equal([0x89, 0x50, 0x4E, 0x47], png[..4]);
            var card = new CardReading(png);
            Assert.Equal((1200, 630), (card.Width, card.Height));
            Assert.InRange(png.Length, 1_000, MaxBytes);
        }
    }

    [Fact]
    public void A_picture_that_is_all_noise_makes_no_heavy_card()
    {
        using var noise = Image.Gaussnoise(900, 900, mean: 128, sigma: 60).Bandjoin(Image.Gaussnoise(900, 900, mean: 128, sigma: 60, seed: 3), Image.Gaussnoise(900, 900, mean: 128, sigma: 60, seed: 5)).Cast(Enums.BandFormat.Uchar);

        Assert.InRange(CardReading.Draw("Snow", picture: noise.JpegsaveBuffer()).Length, 100_000, 600_000);
    }

    [Fact]
    public void The_same_card_is_drawn_to_the_same_bytes() => Assert.Equal(CardReading.Draw(Longest, picture: Photo), CardReading.Draw(Longest, picture: Photo));

    [Theory]
    [InlineData("The quay is raised", "en")]
    [InlineData("مكتبة الميناء تفتح", "ar")]
    public void The_headline_stands_at_the_side_from_which_it_is_read(string headline, string language)
    {
        var (left, right) = new CardReading(CardReading.Draw(headline, language)).HeadlineSpan();

        if (language == "ar") Assert.InRange(right, 1125, 1140);
        else Assert.InRange(left, 60, 75);
    }

    [Theory]
    [InlineData("en", 700, 20)]
    [InlineData("ar", 20, 700)]
    public void The_picture_stands_at_the_other_side(string language, int dark, int light)
    {
        using var black = (Image.Black(400, 400, 3) + 10).Cast(Enums.BandFormat.Uchar);
        var card = new CardReading(CardReading.Draw("Night", language, black.PngsaveBuffer()));

        Assert.Equal(1, card.Ink(dark, 0, 480, 630));
        Assert.InRange(card.Ink(light, 0, 480, 630), 0, .2);
    }

    [Theory]
    [InlineData(0, 0.99)]
    [InlineData(50, 0.5)]
    [InlineData(100, 0.01)]
    public void The_picture_is_cut_around_what_must_stay_in_sight(int focusX, double ink)
    {
        using var halves = (Image.Black(1000, 630, 3) + 10).Join((Image.Black(1000, 630, 3) + 240), Enums.Direction.Horizontal).Cast(Enums.BandFormat.Uchar);

        var card = new CardReading(CardReading.Draw("Night and day", picture: halves.PngsaveBuffer(), focusX: focusX));

        Assert.InRange(card.Ink(660, 0, 540, 630), ink - .03, ink + .03);
    }

    [Fact]
    public void Bytes_that_are_no_picture_give_a_card_of_type_alone() => Assert.Equal(CardReading.Draw("The quay"), CardReading.Draw("The quay", picture: [1, 2, 3]));

    [Fact]
    public void No_headline_runs_out_of_its_column_or_into_the_foot()
    {
        foreach (var headline in (string[])[Longest, new string('W', 200), string.Concat(Enumerable.Repeat("Donaudampfschifffahrt", 14)), string.Concat(Enumerable.Repeat("WWWW ", 60)), "a" + new string('\u0302', 200), new string('\uFDFA', 200)])
        {
            var card = new CardReading(CardReading.Draw(headline, picture: null));
            Assert.Equal(0, card.Ink(0, 0, 58, 630) + card.Ink(1142, 0, 58, 630) + card.Ink(60, 505, 1080, 25) + card.Ink(0, 0, 1200, 58));
            Assert.True(card.Ink(60, 136, 1080, 370) > .001, headline);
        }
    }

    [Fact]
    public void A_headline_that_is_too_long_ends_with_an_ellipsis_and_a_longer_one_looks_the_same()
    {
        var words = string.Concat(Enumerable.Repeat("WWWWWWWW ", 40));

        Assert.Equal(CardReading.Draw(words[..290]), CardReading.Draw(words[..299]));
        Assert.NotEqual(CardReading.Draw(words[..60]), CardReading.Draw(words[..70]));
    }

    [Fact]
    public void Signs_that_mean_something_in_markup_are_letters_here()
    {
        Assert.NotEqual(CardReading.Draw("a <span>big</span> quay"), CardReading.Draw("a big quay"));
        Assert.NotEqual(CardReading.Draw("<b"), CardReading.Draw(""));
        Assert.NotEqual(CardReading.Draw("a &amp; b"), CardReading.Draw("a & b"));
        Assert.Equal(CardReading.Draw("a quay"), CardReading.Draw("a\u202E \u2066😀 quay"));
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void Any_text_gives_a_card(string text)
    {
        foreach (var language in (string[])["en", "ar"]) Assert.Equal(1200, new CardReading(CardReading.Draw(text, language, section: text, site: text)).Width);
    }

    [Fact]
    public void So_does_every_hostile_text()
    {
        var texts = HostileRow.Read("strings").Concat(HostileRow.Read("pathological")).Concat(HostileRow.Read("xss").Where((_, place) => place % 40 == 0)).Select(row => row.Text)
            .Concat(HostileValues.All.Keys.Select(name => HostileValues.Cut(name, 5_000))).ToList();
        Assert.True(texts.Count > 300);

        Assert.All(texts.Chunk(3).AsParallel().Select(three => CardReading.Draw(three[0], "en", section: three[^1], site: three[three.Length / 2])), png => Assert.InRange(png.Length, 500, MaxBytes));
    }

    [Fact]
    public void The_colours_of_the_sections_are_those_of_the_site()
    {
        var css = File.ReadAllText(Path.Combine(CodeStyleTests.Root, "src/NewsSite/wwwroot/css/site.css"));

        Assert.All(CardArt.Hues, hue => Assert.Contains($"--{hue.Key}: #{string.Concat(hue.Value.Select(part => $"{part:x2}"))};", css, StringComparison.Ordinal));
        Assert.All(["teal", "red", "ochre", "green", "plum", "blue", "slate"], hue => Assert.True(CardArt.Hues.ContainsKey(hue)));
    }

    [Fact]
    public void The_mark_changes_with_each_thing_that_is_drawn()
    {
        var card = new ShareCard(1, "Headline", "en", "Harbour", "teal", "The Courier", "a.png");
        ShareCard[] others =
        [
            card with { Headline = "Headlines" }, card with { Language = "de" }, card with { SectionName = "Council" }, card with { Hue = "red" },
            card with { SiteName = "Courier" }, card with { PictureFile = null }, card with { FocusX = 40 }, card with { FocusY = 40 }, card with { Headline = "Headlineen", Language = "" },
        ];

        Assert.Equal(others.Length + 1, others.Append(card).Select(each => each.Mark).Distinct().Count());
        Assert.Equal(card.Mark, (card with { ArticleId = 2 }).Mark);
        Assert.Matches("^[0-9a-f]{32}$", card.Mark);
    }
}
