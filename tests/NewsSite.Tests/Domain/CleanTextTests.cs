using NewsSite.Domain;

namespace NewsSite.Tests.Domain;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("a\0b\u0001c\u001bd\u007fe\u0080f\u009fg", "abcdefg")]
    [InlineData("one\r\ntwo\rthree\u0085four\u2028five\tsix", "one two three four five six")]
    [InlineData(" \u200b\u202e<b>\ufeff\u00a0😀 ", " \u200b\u202e<b>\ufeff\u00a0😀 ")]
    public void One_line_loses_what_a_page_cannot_carry_and_nothing_else(string text, string clean) => Assert.Equal(clean, CleanText.OneLine(text));

    [Fact]
    public void Half_a_pair_becomes_a_character_that_says_so() => Assert.Equal("half \ufffd of a pair", CleanText.OneLine($"half {(char)0xd83d} of a pair"));

    [Theory]
    [InlineData("one\r\ntwo\rthree\n\n\tfour", "one\ntwo\nthree\n\n\tfour")]
    [InlineData("a\0b\u0001c", "abc")]
    public void Lines_keep_their_ends_and_tabs(string text, string clean) => Assert.Equal(clean, CleanText.Lines(text));
}
