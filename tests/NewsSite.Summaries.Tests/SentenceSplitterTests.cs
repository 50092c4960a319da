using FsCheck.Xunit;

namespace NewsSite.Summaries.Tests;

public sealed class SentenceSplitterTests
{
    public static TheoryData<string> Languages =>
        [.. Directory.GetFiles(TestFiles.Folder("Splitting"), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("It rains. It snows. It hails.", "It snows.", 10)]
    [InlineData("It rains. It snows. It hails.", "It snows. It hails.", 10)]
    [InlineData("KYIV (AP) — The council agreed on the bridge.", "The council agreed on the bridge.", 12)]
    [InlineData("He denied it. He denied it.", "He denied it.", 0)]
    public void Whole_sentences_are_found_where_they_stand_first(string paragraph, string text, int start) =>
        Assert.Equal(new TextRange(start, text.Length), SentenceSplitter.Find(paragraph, text, "en"));

    [Theory]
    [InlineData("He did not say that it rains.", "it rains.")]
    [InlineData("It rains, he lied.", "It rains")]
    [InlineData("It rains.", "It snows.")]
    [InlineData("It rains.", "")]
    [InlineData("", "It rains.")]
    public void A_part_of_a_sentence_is_not_found_as_one(string paragraph, string text) =>
        Assert.Null(SentenceSplitter.Find(paragraph, text, "en"));

    [Property(MaxTest = 500)]
    public void Pieces_join_back_to_the_input_exactly(string? text)
    {
        var paragraph = text ?? "";
        Assert.Equal(paragraph, Join(paragraph, null));
    }

    [Property(MaxTest = 500)]
    public void Pieces_of_text_full_of_marks_join_back_to_the_input_exactly(int[] choices)
    {
        string[] parts = ["Mr", ".", " ", "!", "?", "…", "\n", "。", "」", "「", "“", "”", "\"", "U.S.", "3", "ab", "Ab", "।", "؟", "\uD800", "»", "\u00A0"];
        var paragraph = string.Concat(choices.Select(c => parts[(int)((uint)c % (uint)parts.Length)]));
        Assert.Equal(paragraph, Join(paragraph, "en"));
        Assert.DoesNotContain(SentenceSplitter.Sentences(paragraph), r => r.Length == 0);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sample_paragraphs_of_each_language_are_cut_where_a_person_cuts_them(string language)
    {
        var paragraphs = File.ReadAllText(Path.Combine(TestFiles.Folder("Splitting"), language + ".txt"))
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        foreach (var paragraph in paragraphs)
        {
            var wanted = paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var text = string.Join(language is "zh" or "ja" ? "" : " ", wanted);
            Assert.Equal(wanted, SentenceSplitter.Sentences(text, language).Select(r => text.Substring(r.Start, r.Length)));
        }
    }

    [Theory]
    [InlineData("He left. She stayed.", 2)]
    [InlineData("Dr. Farr left on 3.5 wheels.", 1)]
    [InlineData("He came from the U.S. The rest is known.", 2)]
    [InlineData("He works for the U.S. Army in Peru.", 1)]
    [InlineData("Wait... what happened?", 1)]
    [InlineData("It stopped… Nobody knew.", 2)]
    [InlineData("First part\n\nSecond part", 2)]
    [InlineData("One line\nthat goes on.", 1)]
    [InlineData("", 0)]
    [InlineData("   \n ", 0)]
    [InlineData("No marks at all", 1)]
    public void Marks_are_read_in_their_surroundings(string text, int sentences) =>
        Assert.Equal(sentences, SentenceSplitter.Sentences(text, "en").Count);

    [Fact]
    public void An_unknown_language_uses_all_lists_together()
    {
        const string text = "Am 12. Mai kam Dr. Voss. Niemand sah ihn.";
        Assert.Equal(2, SentenceSplitter.Sentences(text).Count);
        Assert.Equal(SentenceSplitter.Sentences(text), SentenceSplitter.Sentences(text, "tlh"));
    }

    private static string Join(string paragraph, string? language) =>
        string.Concat(SentenceSplitter.Split(paragraph, language).Select(r => paragraph.Substring(r.Start, r.Length)));
}
