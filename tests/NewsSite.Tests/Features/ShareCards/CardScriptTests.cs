using System.Text;
using System.Text.RegularExpressions;
using NewsSite.Tests.Architecture;

namespace NewsSite.Tests.Features.ShareCards;

/// <summary>
/// Letters are letters, not the boxes that stand for what no font holds. <see cref="BareMachineTests"/> runs these once more where no font is installed.
/// </summary>
public sealed class CardScriptTests
{
    private const int InOneLine = 7;

    public static TheoryData<string, string> Alphabets => new()
    {
        { "en", "ABGQRWagkqyßÆŁŞğőžЁ0257&?“”–" },
        { "ru", "АБВГДЁЖЗИЙКЛФЦЧШЩЪЫЬЭЮЯабвгдёжийлфщыэюяЄІЇҐєіїґЂЉЊЏћђ" },
        { "el", "ΑΓΔΘΛΞΠΣΦΨΩαβγδεζηθλμξπρςφψωάέήίόύώ" },
        { "ar", "ءآأؤئابتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگی٠٣٧؟" },
        { "he", "אבגדהוזחטיכךלמנןסעפףצץקרשת" },
    };

    [Theory]
    [MemberData(nameof(Alphabets))]
    public void The_letters_of_five_scripts_are_held_by_the_fonts_that_ship(string language, string letters) => Assert.Empty(BoxesAmong(letters, language));

    [Fact]
    public void So_is_every_letter_of_the_sample_editions_headlines()
    {
        var headlines = Directory.EnumerateFiles(Path.Combine(CodeStyleTests.Root, "content/articles"), "*.md")
            .Select(file => Regex.Match(File.ReadAllText(file), "^headline: *(.+)$", RegexOptions.Multiline).Groups[1].Value).ToList();

        Assert.True(headlines.Count > 20);
        Assert.Empty(BoxesAmong(string.Concat(headlines.SelectMany(line => line.EnumerateRunes()).Where(Rune.IsLetterOrDigit).Distinct()), "en"));
    }

    /// <returns>The lines that hold one.</returns>
    internal static IEnumerable<string> BoxesAmong(string letters, string language) => letters.EnumerateRunes().Distinct().Chunk(InOneLine)
        .Select(line => string.Join(' ', line)).AsParallel().Where(line => new CardReading(CardReading.Draw(line, language)).Boxes() > 0).ToList();
}
